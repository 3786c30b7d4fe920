import { confirmTwoFactor } from "@/lib/dispatch/joining"
import { endpoint } from "@/lib/http/endpoint"
import { getTwoFactor } from "@/lib/identity/two-factor/get-two-factor"
import { twoFactorOperations } from "@/lib/identity/two-factor/operations"
import { startTwoFactor } from "@/lib/identity/two-factor/start-two-factor"

export const GET = endpoint(twoFactorOperations.getTwoFactor, getTwoFactor)
export const POST = endpoint(twoFactorOperations.startTwoFactor, startTwoFactor)
export const PUT = endpoint(twoFactorOperations.confirmTwoFactor, confirmTwoFactor)
