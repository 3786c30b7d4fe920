import { outcomeOperations } from "@/lib/dispatch/outcome/operations"
import { returnRequest } from "@/lib/dispatch/outcome/return-request"
import { endpoint } from "@/lib/http/endpoint"
export const POST = endpoint(outcomeOperations.returnRequest, returnRequest)
