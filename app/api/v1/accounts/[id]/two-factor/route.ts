import { endpoint } from "@/lib/http/endpoint"
import { twoFactorOperations } from "@/lib/two-factor/contract"
import { removeTwoFactorOf } from "@/lib/two-factor/remove"
import { getTwoFactorOf } from "@/lib/two-factor/state"

export const GET = endpoint(twoFactorOperations.getTwoFactorOf, getTwoFactorOf)
export const DELETE = endpoint(twoFactorOperations.removeTwoFactorOf, removeTwoFactorOf)
