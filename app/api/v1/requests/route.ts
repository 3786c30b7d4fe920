import { endpoint } from "@/lib/http/endpoint"
import { requestOperations } from "@/lib/requests/contract"
import { fileRequest } from "@/lib/requests/file"
import { listRequests } from "@/lib/requests/list"

export const GET = endpoint(requestOperations.listRequests, listRequests)
export const POST = endpoint(requestOperations.fileRequest, fileRequest)
