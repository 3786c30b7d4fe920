import { endpoint } from "@/lib/http/endpoint"
import { deleteRequest } from "@/lib/requests/delete"
import { getRequest } from "@/lib/requests/get"
import { requestOperations } from "@/lib/requests/operations"

export const GET = endpoint(requestOperations.getRequest, getRequest)
export const DELETE = endpoint(requestOperations.deleteRequest, deleteRequest)
