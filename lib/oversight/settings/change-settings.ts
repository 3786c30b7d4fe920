import { isDeepStrictEqual } from "node:util"
import { sql } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { settings } from "@/db/schema/records"
import { assignQueue } from "@/lib/dispatch/assignment/assign-queue"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { UNBEGUN, unassign } from "@/lib/dispatch/assignment/unassign"
import { hasSecondFactor } from "@/lib/identity/two-factor/factor"
import { MUST_ENROL } from "@/lib/identity/two-factor/must-enrol"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError, changedMeanwhile } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { authorSql } from "@/lib/requests/record-event"
import { Settings, type SettingsChange } from "./contract"
import { readSettings } from "./read-settings"

/**
 * Changes the given settings, leaves the others, and returns all.
 * @throws AppError `forbidden` by policy, `conflict` when the settings changed since `version`, or when two-factor
 * authentication is required of others by an administrator without it.
 */
export function changeSettings(actor: Actor, { version, ...wanted }: SettingsChange) {
  permit(actor, "setting.edit")
  return transaction(async (tx) => {
    // These decide who is eligible for what.
    const changesAssignment = wanted.assignment !== undefined || wanted.staffTwoFactorRequired !== undefined
    const assigning = changesAssignment ? await lockAssignment(tx) : undefined
    // Rows may not be there yet, so there is nothing else to lock; reading goes on meanwhile.
    await tx.execute(sql`lock table ${settings} in share row exclusive mode`)
    const before = await readSettings(tx)
    if (before.version !== version) throw changedMeanwhile("These settings", "have")
    if (wanted.staffTwoFactorRequired && !before.staffTwoFactorRequired) await checkOwnFactor(tx, actor)
    for (const name of Settings.keyof().options)
      if (wanted[name] !== undefined && !isDeepStrictEqual(before[name], wanted[name]))
        await write(tx, actor, name, { from: before[name], to: wanted[name] })
    if (assigning && wanted.staffTwoFactorRequired)
      await unassign(assigning, sql`${UNBEGUN} and ${MUST_ENROL}`, authorSql(actor))
    if (assigning) await assignQueue(assigning)
    return readSettings(tx)
  })
}

/**
 * An administrator who requires a second factor must have one, or would lock themselves out.
 * @throws AppError `conflict`.
 */
async function checkOwnFactor(tx: Tx, actor: Actor): Promise<void> {
  if (await hasSecondFactor(tx, actor.id)) return
  throw new AppError(
    "conflict",
    "Set up two-factor authentication for your own account before you require it for others.",
  )
}

async function write(tx: Tx, actor: Actor, name: keyof Settings, data: { from: unknown; to: unknown }): Promise<void> {
  // A null of JSON: the column itself takes none.
  const value = data.to ?? sql`'null'::jsonb`
  await tx
    .insert(settings)
    .values({ name, value })
    .onConflictDoUpdate({
      target: settings.name,
      set: { value, version: sql`${settings.version} + 1`, updatedAt: sql`now()` },
    })
  await audit(tx, authorOf(actor), { action: "setting.changed", subject: ["setting", name], data })
}
