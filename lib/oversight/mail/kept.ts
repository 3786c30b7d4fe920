import { and, desc, eq, lt } from "drizzle-orm"
import { db, reading } from "@/db/client"
import { mails } from "@/db/schema/records"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { toPage } from "@/lib/model/page"
import { may, permit } from "@/lib/model/policy"
import { isMailKept } from "@/lib/platform/mail/is-kept"

interface MailFilter {
  to?: string
  after?: string
  limit: number
}

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

export async function getMail(actor: Actor, { id }: { id: string }) {
  assertKept()
  const [mail] = may(actor, "mail.read") ? await db.select().from(mails).where(eq(mails.id, id)) : []
  if (!mail) throw nothingHere()
  return mail
}

/** Where mail is sent there is no such place, whoever asks. */
function assertKept(): void {
  if (!isMailKept()) throw nothingHere()
}

const nothingHere = () => new AppError("not_found", "This no longer exists, or you do not have access to it.")
