import { endpoint } from "@/lib/http/endpoint"
import { getRequestCare } from "@/lib/requests/care/get-request-care"
import { careOperations } from "@/lib/requests/care/operations"

export const GET = endpoint(careOperations.getRequestCare, getRequestCare)
