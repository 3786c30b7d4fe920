import { cancelOwn } from "@/lib/dispatch/outcome/cancel-own"
import { outcomeOperations } from "@/lib/dispatch/outcome/operations"
import { endpoint } from "@/lib/http/endpoint"
export const POST = endpoint(outcomeOperations.cancelOwn, cancelOwn)
