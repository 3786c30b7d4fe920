import { moveRequest } from "@/lib/dispatch/move-request"
import { endpoint } from "@/lib/http/endpoint"
import { requestOperations } from "@/lib/requests/operations"

export const PUT = endpoint(requestOperations.moveRequest, moveRequest)
