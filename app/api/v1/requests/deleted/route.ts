import { endpoint } from "@/lib/http/endpoint"
import { listDeleted } from "@/lib/requests/list-deleted"
import { requestOperations } from "@/lib/requests/operations"

export const GET = endpoint(requestOperations.listDeleted, listDeleted)
