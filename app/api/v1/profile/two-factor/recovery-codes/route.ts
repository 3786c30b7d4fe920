import { endpoint } from "@/lib/http/endpoint"
import { twoFactorOperations } from "@/lib/identity/two-factor/operations"
import { renewRecoveryCodes } from "@/lib/identity/two-factor/renew-recovery-codes"

export const POST = endpoint(twoFactorOperations.renewRecoveryCodes, renewRecoveryCodes)
