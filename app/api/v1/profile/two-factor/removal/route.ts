import { endpoint } from "@/lib/http/endpoint"
import { twoFactorOperations } from "@/lib/two-factor/contract"
import { turnOffTwoFactor } from "@/lib/two-factor/turn-off"

export const PUT = endpoint(twoFactorOperations.turnOffTwoFactor, turnOffTwoFactor)
