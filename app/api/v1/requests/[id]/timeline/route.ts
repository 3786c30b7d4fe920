import { endpoint } from "@/lib/http/endpoint"
import { requestOperations } from "@/lib/requests/contract"
import { listTimeline } from "@/lib/requests/timeline"

export const GET = endpoint(requestOperations.listTimeline, listTimeline)
