import { endpoint } from "@/lib/http/endpoint"
import { twoFactorOperations } from "@/lib/two-factor/contract"
import { renewRecoveryCodes } from "@/lib/two-factor/renew"

export const POST = endpoint(twoFactorOperations.renewRecoveryCodes, renewRecoveryCodes)
