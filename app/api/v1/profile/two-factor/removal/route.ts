import { endpoint } from "@/lib/http/endpoint"
import { twoFactorOperations } from "@/lib/identity/two-factor/operations"
import { turnOffTwoFactor } from "@/lib/identity/two-factor/turn-off-two-factor"

export const PUT = endpoint(twoFactorOperations.turnOffTwoFactor, turnOffTwoFactor)
