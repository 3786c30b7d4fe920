import { and, desc, eq, lt } from "drizzle-orm"
import { reading } from "@/db/client"
import { mails } from "@/db/schema/records"
import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { permit } from "@/lib/model/policy"
import { assertKept } from "./assert-kept"

interface MailFilter {
  to?: string
  after?: string
  limit: number
}

/**
 * A page of emails that were kept instead of sent, newest first.
 * @throws AppError `not_found` where mail is really sent, `forbidden` unless the actor may read mail.
 */
export async function listMails(actor: Actor, { to, after, limit }: MailFilter) {
  assertKept()
  permit(actor, "mail.read")
  const rows = await reading
    .select()
    .from(mails)
    .where(and(to ? eq(mails.to, to) : undefined, after ? lt(mails.id, after) : undefined))
    .orderBy(desc(mails.id))
    .limit(limit + 1)
  return toPage(rows, limit)
}
