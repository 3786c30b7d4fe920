import { transaction } from "@/db/client"
import { changeEmailByLink } from "@/lib/identity/email-change/change-email-by-link"
import { setPasswordByLink } from "@/lib/identity/passwords/set-password-by-link"
import { enableTwoFactor } from "@/lib/identity/two-factor/enable-two-factor"
import { confirmEmail } from "@/lib/identity/verification/confirm-email"
import type { Actor, Visitor } from "@/lib/model/actor"
import { assigning } from "./assignment/assign-queue"

/** Confirms an email address and assigns the requests that waited for it. Throws as `confirmEmail` does. */
export const verifyEmail = (visitor: Visitor, input: { token: string }): Promise<void> =>
  confirmEmail(visitor, input, assigning)

/** Sets a new password by a mailed link, which confirms the address as well. Throws as `setPasswordByLink` does. */
export const resetPassword = (visitor: Visitor, input: { token: string; newPassword: string }): Promise<void> =>
  setPasswordByLink(visitor, input, assigning)

/** Turns two-factor authentication on; staff of whom it is required can work from then on. Throws as `enableTwoFactor` does. */
export const confirmTwoFactor = (actor: Actor, input: { code: string }, now?: number) =>
  enableTwoFactor(actor, input, actor.role === "customer" ? transaction : assigning, now)

/** Changes the actor's email address, and assigns requests that waited for a confirmed one. Throws as `changeEmailByLink` does. */
export const changeEmail = (actor: Actor, input: { token: string }): Promise<void> =>
  changeEmailByLink(actor, input, assigning)
