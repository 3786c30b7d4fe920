import { transaction } from "@/db/client"
import { replacePassword } from "@/lib/identity/accounts/reset-password"
import { confirmEmail } from "@/lib/identity/accounts/verify"
import { enableTwoFactor } from "@/lib/identity/two-factor/confirm"
import type { Actor, Visitor } from "@/lib/model/actor"
import { assigning } from "./assignment/assign-queue"

/** Confirms an email address and assigns the requests that waited for it. Throws as `confirmEmail` does. */
export const verifyEmail = (visitor: Visitor, input: { token: string }): Promise<void> =>
  confirmEmail(visitor, input, assigning)

/** Sets a new password by a mailed link, which confirms the address as well. Throws as `replacePassword` does. */
export const resetPassword = (visitor: Visitor, input: { token: string; newPassword: string }): Promise<void> =>
  replacePassword(visitor, input, assigning)

/** Turns two-factor authentication on; staff of whom it is required can work from then on. Throws as `enableTwoFactor` does. */
export const confirmTwoFactor = (actor: Actor, input: { code: string }, now?: number) =>
  enableTwoFactor(actor, input, actor.role === "customer" ? transaction : assigning, now)
