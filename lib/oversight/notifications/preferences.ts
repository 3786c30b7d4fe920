import { eq, sql } from "drizzle-orm"
import { db, type Executor, transaction } from "@/db/client"
import { notificationPreferences } from "@/db/schema/notifications"
import { type Actor, authorOf } from "@/lib/model/actor"
import { changedMeanwhile } from "@/lib/model/errors"
import {
  isNecessary,
  isTold,
  NOTICE_CHANNELS,
  NOTICE_IDS,
  NOTICES,
  type NoticeChannel,
  type NoticeChoices,
  type NoticeId,
} from "@/lib/model/notice"
import { authorize } from "@/lib/model/policy"
import type { Role } from "@/lib/model/role"
import { audit } from "@/lib/platform/audit/audit"
import { env } from "@/lib/runtime/env"
import type { NotificationPreferences, NotificationPreferencesChange } from "./contract"

/** What accounts of a role are told of. */
export const noticesOf = (role: Role): NoticeId[] =>
  NOTICE_IDS.filter((notice) => {
    const reader = NOTICES[notice].for
    return reader === role || (reader === "staff" && role === "supervisor")
  })

/** Whether somebody can choose. */
export const isChoice = (notice: NoticeId, channel: NoticeChannel): boolean =>
  NOTICES[notice][channel] === "on" || NOTICES[notice][channel] === "off"

/**
 * How the actor wants to be told of what happens.
 * @throws AppError `forbidden` for an API key, which is told of nothing
 */
export async function getPreferences(actor: Actor): Promise<NotificationPreferences> {
  authorize(actor, "notification.read", { accountId: actor.id })
  return readPreferences(db, actor)
}

async function readPreferences(on: Executor, actor: Actor): Promise<NotificationPreferences> {
  const [row] = await on.select().from(notificationPreferences).where(eq(notificationPreferences.accountId, actor.id))
  const notices = noticesOf(actor.role)
  const toldBy = (channel: NoticeChannel) => notices.filter((it) => isTold(it, channel, row?.choices ?? {}))
  return {
    mail: toldBy("mail"),
    push: toldBy("push"),
    always: notices.filter(isNecessary),
    quietFrom: row?.quietFrom ?? null,
    quietUntil: row?.quietUntil ?? null,
    digestAt: row?.digestAt ?? null,
    timeZone: row?.timeZone ?? env().TIME_ZONE,
    version: row?.version ?? 1,
  }
}

/**
 * Changes how the actor wants to be told. What is always sent stays so, whatever is named.
 * @returns the preferences as they are now
 * @throws AppError `conflict` when they have another version by now
 */
export async function editPreferences(
  actor: Actor,
  { version, mail, push, ...times }: NotificationPreferencesChange,
): Promise<NotificationPreferences> {
  authorize(actor, "notification.edit", { accountId: actor.id })
  return transaction(async (tx) => {
    const { quietFrom = null, quietUntil = null, digestAt = null, timeZone = null } = times
    const choices = choicesOf(actor.role, { mail, push })
    await write(tx, actor.id, version, { choices, quietFrom, quietUntil, digestAt, timeZone })
    await audit(tx, authorOf(actor), { action: "notifications.edited", subject: ["account", actor.id] })
    return readPreferences(tx, actor)
  })
}

type Kept = Omit<typeof notificationPreferences.$inferSelect, "accountId" | "version">

/** A row that is not there yet is at its first version. */
async function write(tx: Executor, accountId: string, version: number, kept: Kept): Promise<void> {
  const [before] = await tx
    .select({ version: notificationPreferences.version })
    .from(notificationPreferences)
    .where(eq(notificationPreferences.accountId, accountId))
    .for("update")
  if ((before?.version ?? 1) !== version) throw changedMeanwhile("This page")
  const written = await tx
    .insert(notificationPreferences)
    .values({ accountId, ...kept, version: 2 })
    .onConflictDoUpdate({
      target: notificationPreferences.accountId,
      set: { ...kept, version: sql`${notificationPreferences.version} + 1` },
      setWhere: eq(notificationPreferences.version, version),
    })
    .returning({ version: notificationPreferences.version })
  if (written.length === 0) throw changedMeanwhile("This page")
}

/** Only what differs from the defaults is kept, so that the rest goes on following them. */
function choicesOf(role: Role, told: Record<NoticeChannel, readonly NoticeId[]>): NoticeChoices {
  const choices: NoticeChoices = {}
  for (const notice of noticesOf(role))
    for (const channel of NOTICE_CHANNELS) {
      const wanted = told[channel].includes(notice)
      if (isChoice(notice, channel) && wanted !== isTold(notice, channel, {}))
        choices[notice] = { ...choices[notice], [channel]: wanted }
    }
  return choices
}
