import { endpoint } from "@/lib/http/endpoint"
import { passwordOperations } from "@/lib/identity/passwords/operations"
import { requestReset } from "@/lib/identity/passwords/request-reset"
export const POST = endpoint(passwordOperations.requestReset, requestReset)
