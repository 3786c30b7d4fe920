import { assignRequest } from "@/lib/dispatch/assign-request"
import { endpoint } from "@/lib/http/endpoint"
import { requestOperations } from "@/lib/requests/operations"

export const PUT = endpoint(requestOperations.assignRequest, assignRequest)
