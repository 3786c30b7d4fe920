import { and, desc, eq, lt, sql } from "drizzle-orm"
import type { z } from "zod"
import { db, reading } from "@/db/client"
import { inboundMails } from "@/db/schema/inbound-mails"
import { serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { MOST_COUNTED_MAILS } from "@/lib/model/inbound-mail"
import { toPage } from "@/lib/model/page"
import { permit } from "@/lib/model/policy"
import type { KeptMails } from "./contract"

/** Written out, because PostgreSQL uses the index of kept emails only for the very same predicate. */
const IS_KEPT = sql`${inboundMails.outcome} = 'kept'`

/**
 * A page of the emails that wait for a supervisor, newest first.
 * @throws AppError `forbidden` by policy
 */
export async function listKeptMails(actor: Actor, { after, limit, only }: z.output<typeof KeptMails>) {
  permit(actor, "inbound-mail.read")
  const rows = await reading
    .select({
      id: inboundMails.id,
      reason: inboundMails.reason,
      sender: inboundMails.sender,
      subject: inboundMails.subject,
      text: sql<string>`coalesce(${inboundMails.text}, '')`,
      files: inboundMails.files,
      danger: inboundMails.danger,
      request: { id: serviceRequests.id, reference: serviceRequests.reference },
      isSent: sql<boolean>`coalesce(${inboundMails.reason} = 'files', false)`,
      createdAt: inboundMails.createdAt,
    })
    .from(inboundMails)
    .leftJoin(serviceRequests, eq(serviceRequests.id, inboundMails.requestId))
    .where(and(IS_KEPT, only && inboundMails.danger, after ? lt(inboundMails.id, after) : undefined))
    .orderBy(desc(inboundMails.id))
    .limit(limit + 1)
  return toPage(rows, limit)
}

/** How many emails wait for a supervisor. */
export const countKeptMails = (): Promise<number> => db.$count(inboundMails, IS_KEPT)

/** How many of them may report a danger, 100 at most: every page of a supervisor tells. */
export async function countDangerousMails(): Promise<number> {
  const some = db.select({ id: inboundMails.id }).from(inboundMails).where(and(IS_KEPT, inboundMails.danger))
  return db.$count(some.limit(MOST_COUNTED_MAILS).as("some"))
}
