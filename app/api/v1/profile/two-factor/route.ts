import { confirmTwoFactor } from "@/lib/dispatch/joining"
import { endpoint } from "@/lib/http/endpoint"
import { twoFactorOperations } from "@/lib/identity/two-factor/contract"
import { startTwoFactor } from "@/lib/identity/two-factor/start"
import { getTwoFactor } from "@/lib/identity/two-factor/state"

export const GET = endpoint(twoFactorOperations.getTwoFactor, getTwoFactor)
export const POST = endpoint(twoFactorOperations.startTwoFactor, startTwoFactor)
export const PUT = endpoint(twoFactorOperations.confirmTwoFactor, confirmTwoFactor)
