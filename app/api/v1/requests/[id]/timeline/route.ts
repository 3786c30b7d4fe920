import { endpoint } from "@/lib/http/endpoint"
import { requestOperations } from "@/lib/requests/operations"
import { listTimeline } from "@/lib/requests/timeline"

export const GET = endpoint(requestOperations.listTimeline, listTimeline)
