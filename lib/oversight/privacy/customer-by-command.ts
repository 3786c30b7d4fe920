import { createWriteStream } from "node:fs"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { db, one } from "@/db/client"
import { selectCustomer } from "@/lib/identity/customers/get-customer"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { Id } from "@/lib/model/text"
import { audit, COMMAND_LINE } from "@/lib/platform/audit/audit"
import { eraseAccount } from "./delete-account"
import { archiveFor } from "./export-data"

/*
 * What customers do on their profile, for those who have no way to sign in and ask by phone or letter. Whoever runs these
 * has made sure that it is them.
 */

/**
 * Erases a customer as they would themselves.
 * @throws AppError `not_found` when there is no such customer, `conflict` while work on a request is going on
 */
export async function deleteCustomerByCommand(id: string): Promise<void> {
  const { name } = await customerWith(id)
  const customer: Actor = { ...COMMAND_LINE, device: "", id, name, role: "customer", state: "active", sessionId: id }
  await eraseAccount({ ...customer, nameless: true }, async () => undefined)
}

/**
 * Writes everything kept about a customer into a new zip file, which nobody but its owner can read.
 * @throws AppError `not_found` when there is no such customer
 */
export async function exportCustomerByCommand(id: string, file: string): Promise<void> {
  await customerWith(id)
  await pipeline(Readable.from(archiveFor(id)), createWriteStream(file, { flags: "wx", mode: 0o600 }))
  await audit(db, COMMAND_LINE, { action: "account.exported", subject: ["account", id] })
}

async function customerWith(id: string) {
  const found = Id.safeParse(id).success ? await selectCustomer(db, id) : []
  if (found.length === 0)
    throw new AppError("not_found", "There is no customer with this ID. Their page has it in its address.")
  return one(found)
}
