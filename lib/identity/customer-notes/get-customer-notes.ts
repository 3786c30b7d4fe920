import { eq } from "drizzle-orm"
import { db, type Executor } from "@/db/client"
import { customerCare } from "@/db/schema/premises"
import { authorizeCustomer } from "@/lib/identity/needs/get-needs"
import type { Actor } from "@/lib/model/actor"
import type { CustomerNotes } from "./contract"

/**
 * What staff have noted of a customer.
 * @throws AppError `not_found` when there is no such customer or the actor may not see notes
 */
export async function getCustomerNotes(actor: Actor, { id }: { id: string }): Promise<CustomerNotes> {
  await authorizeCustomer(db, actor, "customer-note.read", id)
  return readCustomerNotes(db, id)
}

/** The notes, for those who have been authorized. */
export async function readCustomerNotes(on: Executor, id: string): Promise<CustomerNotes> {
  const [row] = await on
    .select({ notes: customerCare.notes, version: customerCare.notesVersion })
    .from(customerCare)
    .where(eq(customerCare.customerId, id))
  return row ?? { notes: "", version: 1 }
}
