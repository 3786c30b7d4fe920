import { endpoint } from "@/lib/http/endpoint"
import { assignRequest } from "@/lib/requests/assign"
import { requestOperations } from "@/lib/requests/operations"

export const PUT = endpoint(requestOperations.assignRequest, assignRequest)
