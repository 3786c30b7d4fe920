import { sql } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { bouncedAddresses } from "@/db/schema/inbound-mails"
import { requestEvents } from "@/db/schema/requests"
import { ERASED } from "@/lib/model/erased"
import { audit } from "@/lib/platform/audit/audit"
import { lockRequest } from "@/lib/requests/lock-request"
import type { TakenMail } from "./contract"
import type { Writer } from "./customer-of-mail"
import { keepRow, type NewRow } from "./inbound-rows"
import type { ReportedAddress } from "./read-report"

/**
 * Takes what a mail server says of an email that it could not deliver: the address of its customer is marked, and whoever
 * has the request is told. A report about any other address, or to an address that we have not made, is kept.
 */
export async function markBounced(
  row: NewRow,
  reported: readonly ReportedAddress[],
  writer: Writer | undefined,
): Promise<TakenMail> {
  const empty = { ...row, sender: null, subject: null, text: null, files: [], raw: null }
  const theirs = reported.filter(({ addresses }) => writer && addresses.includes(writer.email.toLowerCase()))
  const failed = theirs.find((it) => it.failed)
  if (!writer || theirs.length === 0)
    return transaction((tx) => keepRow(tx, { ...row, raw: null, outcome: "kept", reason: "bounce" }))
  if (!failed) return transaction((tx) => keepRow(tx, { ...empty, outcome: "dropped", reason: "delayed" }))
  return transaction(async (tx) => {
    const request = row.requestId ? await lockRequest(tx, row.requestId) : undefined
    const taken = await keepRow(tx, { ...empty, outcome: "bounced" })
    const isNew = taken.id === row.id && (await mark(tx, writer, failed.status || "5.0.0"))
    if (isNew && request && request.description !== ERASED) await tellStaff(tx, request.id, failed.status)
    return taken
  })
}

/** @returns whether it was not known before */
async function mark(tx: Tx, { actor: { id }, email }: Writer, status: string): Promise<boolean> {
  const marked = await tx
    .insert(bouncedAddresses)
    .values({ accountId: id, email, status })
    .onConflictDoUpdate({
      target: bouncedAddresses.accountId,
      set: { email, status, failedAt: sql`now()` },
      setWhere: sql`lower(${bouncedAddresses.email}) <> lower(${email})`,
    })
    .returning({ id: bouncedAddresses.accountId })
  if (marked.length === 0) return false
  await audit(tx, { address: "email" }, { action: "account.mail_failed", subject: ["account", id], data: { status } })
  return true
}

/** A note on the request, of which its assignee is told as of any other. */
async function tellStaff(tx: Tx, requestId: string, status: string): Promise<void> {
  const why = status ? ` (${status})` : ""
  const note = `Email to the customer cannot be delivered${why}. Call them, and ask for another address.`
  await tx
    .insert(requestEvents)
    .values({ requestId, kind: "noted_internally", data: { note }, visibleToCustomer: false })
}
