import { endpoint } from "@/lib/http/endpoint"
import { listHomeRequests } from "@/lib/requests/premises/list-premises-requests"
import { premisesOperations } from "@/lib/requests/premises/operations"

export const GET = endpoint(premisesOperations.listHomeRequests, listHomeRequests)
