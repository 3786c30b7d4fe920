import { isDeepStrictEqual } from "node:util"
import { sql } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { settings } from "@/db/schema/records"
import { assignWaiting } from "@/lib/dispatch/assignment/assign"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { takingBack, UNBEGUN } from "@/lib/dispatch/assignment/take-back"
import { MUST_ENROL } from "@/lib/identity/auth/must-enrol"
import { hasSecondFactor } from "@/lib/identity/two-factor/factor"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError, changedMeanwhile } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { author } from "@/lib/requests/record"
import { Settings, type SettingsChange } from "./contract"
import { readSettings } from "./read"

/** Changes what is given, as the actor saw it. What did not change is not written. */
export function changeSettings(actor: Actor, { version, ...wanted }: SettingsChange) {
  permit(actor, "setting.edit")
  return transaction(async (tx) => {
    // Who can be given what, from now on.
    const givesAnew = wanted.assignment !== undefined || wanted.staffTwoFactorRequired !== undefined
    if (givesAnew) await lockAssignment(tx)
    // Rows may not be there yet, so there is nothing else to lock; reading goes on meanwhile.
    await tx.execute(sql`lock table ${settings} in share row exclusive mode`)
    const before = await readSettings(tx)
    if (before.version !== version) throw changedMeanwhile("These settings")
    if (wanted.staffTwoFactorRequired && !before.staffTwoFactorRequired) await checkOwnFactor(tx, actor)
    for (const name of Settings.keyof().options)
      if (wanted[name] !== undefined && !isDeepStrictEqual(before[name], wanted[name]))
        await write(tx, actor, name, { from: before[name], to: wanted[name] })
    if (wanted.staffTwoFactorRequired) await tx.execute(takingBack(sql`${UNBEGUN} and ${MUST_ENROL}`, author(actor)))
    if (givesAnew) await assignWaiting(tx)
    return readSettings(tx)
  })
}

/** Whoever asks it of others has shown that it works, and does not shut themselves out by a click. */
async function checkOwnFactor(tx: Tx, actor: Actor): Promise<void> {
  if (await hasSecondFactor(tx, actor.id)) return
  throw new AppError(
    "conflict",
    "Set up two-factor authentication for your own account before you require it for others.",
  )
}

async function write(tx: Tx, actor: Actor, name: keyof Settings, data: { from: unknown; to: unknown }): Promise<void> {
  const value = data.to
  await tx
    .insert(settings)
    .values({ name, value })
    .onConflictDoUpdate({
      target: settings.name,
      set: { value, version: sql`${settings.version} + 1`, updatedAt: sql`now()` },
    })
  await audit(tx, authorOf(actor), { action: "setting.changed", subject: ["setting", name], data })
}
