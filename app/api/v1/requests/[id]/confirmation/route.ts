import { confirmFixed } from "@/lib/dispatch/outcome/confirm-fixed"
import { outcomeOperations } from "@/lib/dispatch/outcome/operations"
import { endpoint } from "@/lib/http/endpoint"
export const POST = endpoint(outcomeOperations.confirmFixed, confirmFixed)
