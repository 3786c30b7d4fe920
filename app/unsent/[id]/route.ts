import { endpoint } from "@/lib/http/endpoint"
import { getUnsent } from "@/lib/requests/unsent/get-unsent"
import { keepUnsent } from "@/lib/requests/unsent/keep-unsent"
import { unsentOperations } from "@/lib/requests/unsent/operations"

export const GET = endpoint(unsentOperations.getUnsent, getUnsent)
export const PUT = endpoint(unsentOperations.keepUnsent, keepUnsent)
