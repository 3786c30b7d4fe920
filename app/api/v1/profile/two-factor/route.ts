import { endpoint } from "@/lib/http/endpoint"
import { confirmTwoFactor } from "@/lib/two-factor/confirm"
import { twoFactorOperations } from "@/lib/two-factor/contract"
import { startTwoFactor } from "@/lib/two-factor/start"
import { getTwoFactor } from "@/lib/two-factor/state"

export const GET = endpoint(twoFactorOperations.getTwoFactor, getTwoFactor)
export const POST = endpoint(twoFactorOperations.startTwoFactor, startTwoFactor)
export const PUT = endpoint(twoFactorOperations.confirmTwoFactor, confirmTwoFactor)
