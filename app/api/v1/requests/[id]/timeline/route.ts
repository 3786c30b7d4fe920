import { endpoint } from "@/lib/http/endpoint"
import { listTimeline } from "@/lib/requests/list-timeline"
import { requestOperations } from "@/lib/requests/operations"

export const GET = endpoint(requestOperations.listTimeline, listTimeline)
