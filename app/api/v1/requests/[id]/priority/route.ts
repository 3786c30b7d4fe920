import { prioritiseRequest } from "@/lib/dispatch/prioritise-request"
import { endpoint } from "@/lib/http/endpoint"
import { requestOperations } from "@/lib/requests/operations"

export const PUT = endpoint(requestOperations.prioritiseRequest, prioritiseRequest)
