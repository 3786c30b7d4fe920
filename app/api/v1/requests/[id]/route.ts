import { deleteRequest } from "@/lib/dispatch/delete-request"
import { endpoint } from "@/lib/http/endpoint"
import { getRequest } from "@/lib/requests/get-request"
import { requestOperations } from "@/lib/requests/operations"

export const GET = endpoint(requestOperations.getRequest, getRequest)
export const DELETE = endpoint(requestOperations.deleteRequest, deleteRequest)
