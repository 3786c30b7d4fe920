import { endpoint } from "@/lib/http/endpoint"
import { requestOperations } from "@/lib/requests/contract"
import { moveRequest } from "@/lib/requests/move"

export const PUT = endpoint(requestOperations.moveRequest, moveRequest)
