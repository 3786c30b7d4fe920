import { endpoint } from "@/lib/http/endpoint"
import { assignRequest } from "@/lib/requests/assign"
import { requestOperations } from "@/lib/requests/contract"

export const PUT = endpoint(requestOperations.assignRequest, assignRequest)
