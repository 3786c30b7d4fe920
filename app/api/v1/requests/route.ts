import { fileRequest } from "@/lib/dispatch/file-request"
import { endpoint } from "@/lib/http/endpoint"
import { listRequests } from "@/lib/requests/list-requests"
import { requestOperations } from "@/lib/requests/operations"

export const GET = endpoint(requestOperations.listRequests, listRequests)
export const POST = endpoint(requestOperations.fileRequest, fileRequest)
