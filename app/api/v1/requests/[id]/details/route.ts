import { addDetails } from "@/lib/dispatch/conversation/add-details"
import { endpoint } from "@/lib/http/endpoint"
import { requestOperations } from "@/lib/requests/operations"

export const POST = endpoint(requestOperations.addDetails, addDetails)
