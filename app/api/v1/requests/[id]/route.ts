import { endpoint } from "@/lib/http/endpoint"
import { requestOperations } from "@/lib/requests/contract"
import { deleteRequest } from "@/lib/requests/delete"
import { getRequest } from "@/lib/requests/get"

export const GET = endpoint(requestOperations.getRequest, getRequest)
export const DELETE = endpoint(requestOperations.deleteRequest, deleteRequest)
