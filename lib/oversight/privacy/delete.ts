import { randomBytes } from "node:crypto"
import { and, asc, eq, not, type SQL, sql } from "drizzle-orm"
import { db, type Executor, type Tx, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { OPEN_ROWS, requestDrafts, requestEvents, serviceRequests } from "@/db/schema/requests"
import { assignWaiting } from "@/lib/dispatch/assignment/assign"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { hashPassword } from "@/lib/identity/auth/password"
import { reauthenticate } from "@/lib/identity/auth/reauthenticate"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { isLive } from "@/lib/model/role"
import { audit } from "@/lib/platform/audit/audit"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { AUTHOR, author } from "@/lib/requests/record"
import { DELETABLE } from "@/lib/requests/view"
import { eraseAddresses, eraseAttachments, eraseRequests } from "./erase-history"
import { erasePerson } from "./erase-person"

const own = (actor: Actor) => ({ accountId: actor.id })

const REASON = "The customer deleted their account"

/** What deleting the account would come up against, and what it would cancel: how many, and the first of them. */
export async function foreseeDeletion(actor: Actor) {
  authorize(actor, "account.delete", own(actor))
  const [pending, worked] = await Promise.all([openOf(db, actor, DELETABLE), openOf(db, actor, WORKED)])
  return { pending, worked }
}

/** Nobody reads a longer list of references. */
const MOST_NAMED = 20

/** Somebody may be on the way to the customer. */
const WORKED = not(DELETABLE)

async function openOf(executor: Executor, actor: Actor, which: SQL) {
  const rows = await executor
    .select({ id: serviceRequests.id, reference: serviceRequests.reference, of: sql<number>`count(*) over ()::int` })
    .from(serviceRequests)
    .where(and(eq(serviceRequests.customerId, actor.id), OPEN_ROWS, which))
    .orderBy(asc(serviceRequests.id))
    .limit(MOST_NAMED)
  return { count: rows[0]?.of ?? 0, first: rows.map(({ id, reference }) => ({ id, reference })) }
}

/**
 * Erases the person and keeps what happened: requests stay with what the law and the safety of the supply ask for, and
 * name nobody. Refused while somebody works for the customer; what is only pending is cancelled.
 */
export async function deleteAccount(actor: Actor, { currentPassword }: { currentPassword: string }): Promise<void> {
  authorize(actor, "account.delete", own(actor))
  await reauthenticate(actor, currentPassword)
  const unknownPassword = await hashPassword(randomBytes(32).toString("base64url"))
  const files = await transaction(async (tx) => {
    const email = await lockAll(tx, actor)
    const worked = await openOf(tx, actor, WORKED)
    if (worked.count > 0) throw stillWorked(worked)
    const gone = await eraseAttachments(tx, actor.id)
    await eraseRequests(tx, actor.id)
    await cancelPending(tx, actor)
    await erasePerson(tx, { id: actor.id, email, unknownPassword })
    await audit(tx, authorOf(actor), { action: "account.deleted", subject: ["account", actor.id] })
    // Last, because the events just written have told the audit log where they came from.
    await eraseAddresses(tx, actor.id)
    return gone
  })
  // Should this not happen, the sweep finds files without a row.
  await discardFiles(files.map(({ id }) => id))
}

/**
 * Everything others may be writing to at this moment, in the order in which they lock it. Whatever they begin once the
 * account is locked waits, and is refused by a trigger when the account is gone.
 */
async function lockAll(tx: Tx, actor: Actor) {
  await tx.select().from(requestDrafts).where(eq(requestDrafts.customerId, actor.id)).for("update")
  await lockAssignment(tx)
  await tx
    .select({ id: serviceRequests.id })
    .from(serviceRequests)
    .where(eq(serviceRequests.customerId, actor.id))
    .orderBy(asc(serviceRequests.id))
    .for("update")
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, actor.id)).for("update")
  if (!account || !isLive(account.state)) throw new AppError("unauthenticated", "This account has been deleted.")
  return account.email
}

function stillWorked({ count, first }: Awaited<ReturnType<typeof openOf>>): AppError {
  const more = count - first.length
  const references = [...first.map(({ reference }) => reference), ...(more > 0 ? [`${more} more`] : [])].join(", ")
  return new AppError(
    "conflict",
    `We are still working on ${references}. You can delete your account when this is finished, or contact us to stop the work.`,
  )
}

/** Cancels what is pending, and gives the room this makes to what waited for it. */
async function cancelPending(tx: Tx, actor: Actor): Promise<void> {
  await tx.execute(sql`
    with cancelled as (
      update ${serviceRequests} set status = 'cancelled', updated_at = now()
      where ${serviceRequests.customerId} = ${actor.id} and ${serviceRequests.status} = 'pending'
      returning ${serviceRequests.id}
    )
    insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
    select id, 'moved', ${author(actor)},
      ${JSON.stringify({ from: "pending", to: "cancelled", note: REASON })}::jsonb, true from cancelled order by id`)
  await assignWaiting(tx)
}
