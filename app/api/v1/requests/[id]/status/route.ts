import { endpoint } from "@/lib/http/endpoint"
import { moveRequest } from "@/lib/requests/move"
import { requestOperations } from "@/lib/requests/operations"

export const PUT = endpoint(requestOperations.moveRequest, moveRequest)
