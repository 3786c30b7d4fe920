import { deleteRequest } from "@/lib/dispatch/delete-request"
import { correctRequest } from "@/lib/dispatch/outcome/correct-request"
import { outcomeOperations } from "@/lib/dispatch/outcome/operations"
import { endpoint } from "@/lib/http/endpoint"
import { getRequest } from "@/lib/requests/get-request"
import { requestOperations } from "@/lib/requests/operations"

export const GET = endpoint(requestOperations.getRequest, getRequest)
export const DELETE = endpoint(requestOperations.deleteRequest, deleteRequest)
export const PATCH = endpoint(outcomeOperations.correctRequest, correctRequest)
