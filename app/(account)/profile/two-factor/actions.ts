"use server"

import { redirect } from "next/navigation"
import * as joining from "@/lib/dispatch/joining"
import { action } from "@/lib/http/action"
import { twoFactorOperations } from "@/lib/identity/two-factor/operations"
import * as renew from "@/lib/identity/two-factor/renew-recovery-codes"
import * as start from "@/lib/identity/two-factor/start-two-factor"
import * as off from "@/lib/identity/two-factor/turn-off-two-factor"

const stay = () => undefined
const show = ({ recoveryCodes }: { recoveryCodes: string[] }) => ({ recoveryCodes: recoveryCodes.join("\n") })

export const startTwoFactor = action(twoFactorOperations.startTwoFactor, start.startTwoFactor, () =>
  redirect("/profile/two-factor/confirm"),
)

export const confirmTwoFactor = action(twoFactorOperations.confirmTwoFactor, joining.confirmTwoFactor, stay, show)

export const renewRecoveryCodes = action(twoFactorOperations.renewRecoveryCodes, renew.renewRecoveryCodes, stay, show)

export const turnOffTwoFactor = action(twoFactorOperations.turnOffTwoFactor, off.turnOffTwoFactor, () =>
  redirect("/profile/two-factor?saved=off"),
)
