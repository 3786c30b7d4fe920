import { sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { customerCare } from "@/db/schema/premises"
import { authorizeCustomer } from "@/lib/identity/needs/get-needs"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { audit } from "@/lib/platform/audit/audit"
import type { CustomerNotes, CustomerNotesChange } from "./contract"
import { readCustomerNotes } from "./get-customer-notes"

/**
 * Changes what staff note of a customer. Customers never see it.
 * @returns the notes as they are now
 * @throws AppError `not_found` and `forbidden` by the policy; `conflict` when they have another version by now
 */
export const editCustomerNotes = (actor: Actor, { id, notes, version }: CustomerNotesChange): Promise<CustomerNotes> =>
  transaction(async (tx) => {
    await authorizeCustomer(tx, actor, "customer-note.edit", id)
    // A row that is not there yet is at its first version.
    const written = await tx.execute(sql`
      insert into ${customerCare} as c (customer_id, notes, notes_version)
      select ${id}::uuid, ${notes}::text, 2
      where ${version}::int = 1 or exists (select from ${customerCare} where customer_id = ${id}::uuid)
      on conflict (customer_id) do update set notes = excluded.notes, notes_version = c.notes_version + 1
      where c.notes_version = ${version}::int
      returning 1 as one`)
    if (written.length === 0)
      throw new AppError("conflict", "Someone else changed these notes. Check them and save again.")
    await audit(tx, authorOf(actor), { action: "customer_notes.edited", subject: ["account", id] })
    return readCustomerNotes(tx, id)
  })
