import { eq, sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { notificationPreferences } from "@/db/schema/notifications"
import type { Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { NOTICE_IDS, NOTICES, type NoticeChoices, type NoticeId } from "@/lib/model/notice"
import { audit } from "@/lib/platform/audit/audit"
import { isChoice } from "./preferences"
import { readUnsubscribeToken } from "./unsubscribe-token"

const badLink = () => new AppError("invalid", "This link is not complete. Copy all of it from the email, or sign in.")

/**
 * What a link in an email would end, in words.
 * @throws AppError `invalid` when we have not signed it
 */
export async function describeUnsubscription(_visitor: Visitor, { token }: { token: string }) {
  const meant = readUnsubscribeToken(token)
  if (!meant) throw badLink()
  return { about: meant.notice === "digest" ? "Daily summary" : NOTICES[meant.notice].name }
}

/**
 * Ends the emails about one thing, or the daily summary with all that it tells of, for whoever has the link of an email.
 * Doing it again changes nothing.
 * @throws AppError `invalid` when we have not signed the link
 */
export async function endMails(visitor: Visitor, { token }: { token: string }): Promise<void> {
  const meant = readUnsubscribeToken(token)
  if (!meant) throw badLink()
  const { accountId, notice } = meant
  const ended: NoticeId[] = notice === "digest" ? NOTICE_IDS.filter((it) => isChoice(it, "mail")) : [notice]
  await transaction(async (tx) => {
    await tx.execute(sql`
      insert into ${notificationPreferences} (account_id)
      select id from accounts where id = ${accountId}::uuid and state <> 'deleted' on conflict do nothing`)
    const mine = eq(notificationPreferences.accountId, accountId)
    const [row] = await tx.select().from(notificationPreferences).where(mine).for("update")
    if (!row) return
    const choices: NoticeChoices = { ...row.choices }
    for (const it of ended) choices[it] = { ...choices[it], mail: false }
    const digestAt = notice === "digest" ? null : row.digestAt
    await tx
      .update(notificationPreferences)
      .set({ choices, digestAt, version: row.version + 1 })
      .where(mine)
    const { address } = visitor
    await audit(tx, { address }, { action: "notifications.edited", subject: ["account", accountId] })
  })
}
