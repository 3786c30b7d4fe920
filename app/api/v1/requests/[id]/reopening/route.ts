import { outcomeOperations } from "@/lib/dispatch/outcome/operations"
import { reopenOwn } from "@/lib/dispatch/outcome/reopen-own"
import { endpoint } from "@/lib/http/endpoint"
export const POST = endpoint(outcomeOperations.reopenOwn, reopenOwn)
