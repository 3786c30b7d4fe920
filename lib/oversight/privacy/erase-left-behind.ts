import { and, asc, eq, inArray, ne, sql } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import { assignQueue } from "@/lib/dispatch/assignment/assign-queue"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { ERASED } from "@/lib/model/erased"
import { forgetKeptMailsAbout } from "@/lib/oversight/mail/forget-kept-mails"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { ACCOUNT_DELETED } from "./account-deleted"
import { eraseRequestsById, LIVE } from "./erase-history"
import type { RetentionSpan } from "./retention-rule"

const MOST = 200

/** Written out, because PostgreSQL uses the index of deleted accounts only for the very same predicate. */
const IS_DELETED = sql`${accounts.state} = 'deleted'`

/** What a deleted account has left with the desk, and nobody has to deal with any more. */
const IS_DONE = and(IS_DELETED, ne(serviceRequests.description, ERASED), sql`not ${LIVE}`)

/** The next of these after an id. They are looked for by account, since nearly all requests belong to others. */
const leftAfterSql = (after: string) => sql`
  select theirs.id from ${accounts} cross join lateral (
    select ${serviceRequests.id} from ${serviceRequests}
    where ${serviceRequests.customerId} = ${accounts.id} and ${serviceRequests.id} > ${after}::uuid and ${IS_DONE} offset 0) theirs
  where ${IS_DELETED} order by theirs.id limit ${MOST}`

/**
 * Erases emergencies of deleted accounts that somebody has dealt with, and those that turned out to be none: these are
 * cancelled first, like whatever else was pending when the account was deleted.
 */
export async function* eraseLeftBehind(_span: RetentionSpan, dry: boolean): AsyncGenerator<number> {
  let after = "00000000-0000-0000-0000-000000000000"
  for (;;) {
    const rows = await db.execute<{ id: string }>(leftAfterSql(after))
    const ids = rows.map(({ id }) => id)
    if (ids.length === 0) return
    yield dry ? ids.length : await erase(ids)
    after = ids.at(-1) ?? after
  }
}

async function erase(ids: string[]): Promise<number> {
  const { files, count } = await transaction(async (unlocked) => {
    const tx = await lockAssignment(unlocked)
    const rows = await tx
      .select({ id: serviceRequests.id })
      .from(serviceRequests)
      .innerJoin(accounts, eq(accounts.id, serviceRequests.customerId))
      .where(and(IS_DONE, sql`${serviceRequests.id} = any(${`{${ids.join()}}`}::uuid[])`))
      .orderBy(asc(serviceRequests.id))
      .for("update", { of: serviceRequests })
    const locked = rows.map(({ id }) => id)
    if (locked.length === 0) return { files: [], count: 0 }
    await tx.execute(sql`
      with cancelled as (
        update ${serviceRequests} set status = 'cancelled', updated_at = now()
        where id = any(${`{${locked.join()}}`}::uuid[]) and ${OPEN_ROWS} returning id, status
      )
      insert into ${requestEvents} (request_id, kind, data, visible_to_customer)
      select id, 'moved', jsonb_build_object('from', was.status, 'to', 'cancelled', 'note', ${ACCOUNT_DELETED}::text), true
      from cancelled join ${serviceRequests} was using (id) order by id`)
    const gone = await eraseRequestsById(tx, locked)
    await forgetKeptMailsAbout(tx, inArray(serviceRequests.id, locked))
    await assignQueue(tx)
    return { files: gone, count: locked.length }
  })
  await discardFiles(files.map(({ id }) => id))
  return count
}
