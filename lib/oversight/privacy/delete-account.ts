import { randomBytes } from "node:crypto"
import { asc, eq, sql } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { drafts, requestDrafts, requestEvents, serviceRequests } from "@/db/schema/requests"
import { uploads } from "@/db/schema/uploads"
import { assignQueue } from "@/lib/dispatch/assignment/assign-queue"
import { type AssignmentTx, lockAssignment } from "@/lib/dispatch/assignment/lock"
import { reauthenticate } from "@/lib/identity/auth/reauthenticate"
import { hashPassword } from "@/lib/identity/passwords/hash-password"
import { hasSecondFactor } from "@/lib/identity/two-factor/factor"
import { limitCodeTries, spendCode, wrongCode } from "@/lib/identity/two-factor/spend-code"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { isLive } from "@/lib/model/role"
import { audit } from "@/lib/platform/audit/audit"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { forgetPremises, premisesOfSql } from "@/lib/requests/premises/forget-premises"
import { AUTHOR, authorSql } from "@/lib/requests/record-event"
import { ACCOUNT_DELETED } from "./account-deleted"
import { eraseAddresses, eraseAttachments, eraseRequests, LIVE } from "./erase-history"
import { erasePerson } from "./erase-person"
import { openOf, WORKED } from "./foresee-deletion"

interface Proof {
  currentPassword: string
  code?: string
}

/**
 * Erases the customer's personal data and keeps their requests without names, as the law and the safety of the supply
 * demand; pending requests are cancelled. What may mean danger stays with the desk until somebody has dealt with it, and is
 * erased then. Where there is a second factor, it takes its code as well.
 * @throws AppError `forbidden` unless the actor is a customer, `invalid` or `too_many_requests` for a wrong password or
 * code, `conflict` while work on a request is going on, `unauthenticated` when the account has just been deleted.
 */
export async function deleteAccount(actor: Actor, { currentPassword, code }: Proof): Promise<void> {
  authorize(actor, "account.delete", { accountId: actor.id })
  await reauthenticate(actor, currentPassword)
  await eraseAccount(actor, (tx) => requireCode(tx, actor, code), {
    around: (erase) => (code === undefined ? erase() : limitCodeTries(actor.id, actor, erase)),
  })
}

/**
 * Erases the customer that the actor is, once `prove` has been run in the transaction. `around` runs it.
 * @throws AppError as `deleteAccount` does
 */
export async function eraseAccount(
  actor: Actor,
  prove: (tx: Tx) => Promise<void>,
  { around = (erase) => erase() }: { around?: <T>(erase: () => Promise<T>) => Promise<T> } = {},
): Promise<void> {
  const unknownPassword = await hashPassword(randomBytes(32).toString("base64url"))
  const files = await around(() => transaction((tx) => eraseAll(tx, actor, prove, unknownPassword)))
  // Should this not happen, the sweep finds files without a row.
  await discardFiles(files.map(({ id }) => id))
}

/** Erases what is the customer's, and returns the files that are nobody's now. */
async function eraseAll(unlocked: Tx, actor: Actor, prove: (tx: Tx) => Promise<void>, unknownPassword: string) {
  const { tx, email } = await lockAll(unlocked, actor)
  await prove(tx)
  const worked = await openOf(tx, actor, WORKED)
  if (worked.count > 0) throw stillWorked(worked)
  const gone = await eraseAttachments(tx, actor.id)
  await eraseRequests(tx, actor.id)
  await leaveLive(tx, actor)
  await cancelPending(tx, actor)
  const theirs = (
    await tx.execute<{ id: string | null }>(sql`select premises_id as id from (${premisesOfSql(actor.id)}) theirs`)
  ).flatMap(({ id }) => id ?? [])
  await erasePerson(tx, { id: actor.id, email, unknownPassword })
  await forgetPremises(tx, sql`select unnest(${`{${theirs.join()}}`}::uuid[])`)
  await audit(tx, authorOf(actor), { action: "account.deleted", subject: ["account", actor.id] })
  // Last, because the events just written have told the audit log where they came from.
  await eraseAddresses(tx, actor.id)
  return gone
}

async function requireCode(tx: Tx, { id, address }: Actor, code: string | undefined): Promise<void> {
  if (!(await hasSecondFactor(tx, id))) return
  if (code === undefined) throw wrongCode("Enter the code from your app, or a recovery code")
  await spendCode(tx, { accountId: id, code, address }, Date.now())
}

/**
 * Locks every row that other transactions may be writing to, in their lock order, and returns the email address. Later
 * writes wait for the account and are then refused by a trigger.
 */
async function lockAll(unlocked: Tx, actor: Actor) {
  await unlocked.select().from(requestDrafts).where(eq(requestDrafts.customerId, actor.id)).for("update")
  await unlocked.select().from(drafts).where(eq(drafts.customerId, actor.id)).orderBy(asc(drafts.id)).for("update")
  const tx = await lockAssignment(unlocked)
  await tx
    .select({ id: serviceRequests.id })
    .from(serviceRequests)
    .where(eq(serviceRequests.customerId, actor.id))
    .orderBy(asc(serviceRequests.id))
    .for("update")
  await tx.select().from(uploads).where(eq(uploads.accountId, actor.id)).orderBy(asc(uploads.id)).for("update")
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, actor.id)).for("update")
  if (!account || !isLive(account.state)) throw new AppError("unauthenticated", "This account has been deleted.")
  return { tx, email: account.email }
}

function stillWorked({ count, first }: Awaited<ReturnType<typeof openOf>>): AppError {
  const more = count - first.length
  const references = [...first.map(({ reference }) => reference), ...(more > 0 ? [`${more} more`] : [])].join(", ")
  return new AppError(
    "conflict",
    `We are still working on ${references}. You can delete your account when this is finished, or contact us to stop the work.`,
  )
}

/** The desk must be able to find the place and to call. */
async function leaveLive(tx: AssignmentTx, actor: Actor): Promise<void> {
  await tx.execute(sql`
    with kept as (
      update ${serviceRequests} set contact_phone = coalesce(contact_phone, nullif(${accounts.phone}, '')),
        version = ${serviceRequests.version} + 1, updated_at = now()
      from ${accounts} where ${accounts.id} = ${serviceRequests.customerId} and ${serviceRequests.customerId} = ${actor.id}
        and ${LIVE} returning ${serviceRequests.id}
    )
    insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
    select id, 'noted_internally', ${authorSql(actor)}, ${JSON.stringify({ note: ACCOUNT_DELETED })}::jsonb, false from kept order by id`)
}

/** Cancels pending requests and assigns the capacity this frees. */
async function cancelPending(tx: AssignmentTx, actor: Actor): Promise<void> {
  await tx.execute(sql`
    with cancelled as (
      update ${serviceRequests} set status = 'cancelled', updated_at = now()
      where ${serviceRequests.customerId} = ${actor.id} and ${serviceRequests.status} = 'pending'
        and not ${LIVE}
      returning ${serviceRequests.id}
    )
    insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
    select id, 'moved', ${authorSql(actor)},
      ${JSON.stringify({ from: "pending", to: "cancelled", note: ACCOUNT_DELETED })}::jsonb, true from cancelled order by id`)
  await assignQueue(tx)
}
