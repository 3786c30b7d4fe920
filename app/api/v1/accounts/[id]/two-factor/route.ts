import { endpoint } from "@/lib/http/endpoint"
import { getTwoFactorOf } from "@/lib/identity/two-factor/get-two-factor-of"
import { twoFactorOperations } from "@/lib/identity/two-factor/operations"
import { removeTwoFactorOf } from "@/lib/identity/two-factor/remove-two-factor-of"
export const GET = endpoint(twoFactorOperations.getTwoFactorOf, getTwoFactorOf)
export const DELETE = endpoint(twoFactorOperations.removeTwoFactorOf, removeTwoFactorOf)
