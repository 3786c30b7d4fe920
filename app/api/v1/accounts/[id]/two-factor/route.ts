import { endpoint } from "@/lib/http/endpoint"
import { twoFactorOperations } from "@/lib/identity/two-factor/contract"
import { removeTwoFactorOf } from "@/lib/identity/two-factor/remove"
import { getTwoFactorOf } from "@/lib/identity/two-factor/state"

export const GET = endpoint(twoFactorOperations.getTwoFactorOf, getTwoFactorOf)
export const DELETE = endpoint(twoFactorOperations.removeTwoFactorOf, removeTwoFactorOf)
