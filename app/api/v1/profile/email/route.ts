import * as joining from "@/lib/dispatch/joining"
import { endpoint } from "@/lib/http/endpoint"
import { emailChangeOperations } from "@/lib/identity/email-change/operations"
import { requestEmailChange } from "@/lib/identity/email-change/request-email-change"

export const POST = endpoint(emailChangeOperations.requestEmailChange, requestEmailChange)
export const PUT = endpoint(emailChangeOperations.changeEmail, joining.changeEmail)
