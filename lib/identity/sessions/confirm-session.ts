import { and, eq, isNull, sql } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { sessions } from "@/db/schema/sessions"
import { lockCredentials } from "@/lib/identity/accounts/lock-account"
import { reauthenticate } from "@/lib/identity/auth/reauthenticate"
import { limitCodeTries, spendCode } from "@/lib/identity/two-factor/spend-code"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { CONFIRMED_MS } from "./session-lifetime"

interface GivenConfirmation {
  currentPassword?: string
  code?: string
}

/**
 * Notes that the person at this session has just shown who they are, by their password or by a code, so that for a
 * quarter of an hour they may change what only administrators may.
 * @returns until when
 * @throws AppError `invalid` when both are missing or the one given is wrong; `too_many_requests` after ten wrong ones in
 *   a quarter of an hour
 */
export async function confirmSession(actor: Actor, { currentPassword, code }: GivenConfirmation) {
  authorize(actor, "profile.edit", { accountId: actor.id })
  if (code !== undefined) return limitCodeTries(actor.id, actor, () => confirmByCode(actor, code))
  await reauthenticate(actor, currentPassword ?? nothingShown())
  return transaction((tx) => confirm(tx, actor, "password"))
}

function nothingShown(): never {
  const message = "Enter your password, or a code from your app"
  throw new AppError("invalid", message, { fields: { currentPassword: message } })
}

const confirmByCode = (actor: Actor, code: string) =>
  transaction(async (tx) => {
    await lockCredentials(tx, actor.id)
    await spendCode(tx, { accountId: actor.id, code, address: actor.address }, Date.now())
    return confirm(tx, actor, "code")
  })

async function confirm(tx: Tx, actor: Actor, by: "password" | "code") {
  await tx
    .update(sessions)
    .set({ confirmedAt: sql`now()` })
    .where(and(eq(sessions.id, actor.sessionId), isNull(sessions.endedAt)))
  await audit(tx, authorOf(actor), { action: "account.confirmed", subject: ["account", actor.id], data: { by } })
  return { until: new Date(Date.now() + CONFIRMED_MS) }
}
