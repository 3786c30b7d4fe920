import { endpoint } from "@/lib/http/endpoint"
import { twoFactorOperations } from "@/lib/identity/two-factor/contract"
import { getTwoFactorOf } from "@/lib/identity/two-factor/get-two-factor"
import { removeTwoFactorOf } from "@/lib/identity/two-factor/remove-two-factor"

export const GET = endpoint(twoFactorOperations.getTwoFactorOf, getTwoFactorOf)
export const DELETE = endpoint(twoFactorOperations.removeTwoFactorOf, removeTwoFactorOf)
