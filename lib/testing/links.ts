import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { makeLink } from "@/lib/identity/mailed-links/mailed-links"
import type { FactorEvent, MailJob } from "@/lib/model/mail-job"

/** The token of a link that was just mailed to an account. */
export async function tokenOf(
  accountId: string,
  purpose: Parameters<typeof makeLink>[2],
  email?: string,
): Promise<string> {
  const link = new URL(await makeLink(db, accountId, purpose, email))
  return link.searchParams.get("token") ?? ""
}

/** Kinds of the emails still to be sent to an account, oldest first. */
export async function lettersTo(accountId: string): Promise<MailJob["kind"][]> {
  const rows = await db.execute<{ kind: MailJob["kind"] }>(sql`
    select payload->>'kind' as kind from graphile_worker._private_jobs
    where payload->>'accountId' = ${accountId} order by id`)
  return rows.map(({ kind }) => kind)
}

/** Second-factor events still to be mailed to an account, oldest first. */
export async function factorEventsTo(accountId: string): Promise<FactorEvent[]> {
  const rows = await db.execute<{ event: FactorEvent }>(sql`
    select payload->>'event' as event from graphile_worker._private_jobs
    where payload->>'accountId' = ${accountId} and payload->>'kind' = 'two_factor_changed' order by id`)
  return rows.map(({ event }) => event)
}
