import { assignRequest } from "@/lib/dispatch/assign-request"
import { unassignRequest } from "@/lib/dispatch/unassign-request"
import { endpoint } from "@/lib/http/endpoint"
import { requestOperations } from "@/lib/requests/operations"

export const PUT = endpoint(requestOperations.assignRequest, assignRequest)
export const DELETE = endpoint(requestOperations.unassignRequest, unassignRequest)
