import { eq, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts, invitations } from "@/db/schema/accounts"
import { apiKeyCustomers } from "@/db/schema/api-keys"
import { challenges, mailedLinks, recoveryCodes, secondFactors } from "@/db/schema/credentials"
import { mails } from "@/db/schema/records"
import { keptForms, sessions } from "@/db/schema/sessions"

interface Person {
  id: string
  email: string
  /** The hash of a password nobody knows. */
  unknownPassword: string
}

/**
 * Empties an account of its person: its id, its age, when it was confirmed, and that it was a customer's stay. With its
 * state a trigger deletes homes, needs and notes.
 */
export async function erasePerson(tx: Tx, { id, email, unknownPassword }: Person): Promise<void> {
  // First, since using an invitation locks it before the address of the account.
  await tx.delete(invitations).where(eq(sql`lower(${invitations.email})`, email.toLowerCase()))
  await tx
    .update(accounts)
    .set({
      state: "deleted",
      name: "Deleted customer",
      // The top-level domain that can never exist (RFC 2606): unique, and nobody's mailbox.
      email: `deleted-${id}@invalid`,
      phone: "",
      premises: null,
      passwordHash: unknownPassword,
      version: sql`${accounts.version} + 1`,
    })
    .where(eq(accounts.id, id))
  for (const table of [mailedLinks, secondFactors, recoveryCodes, challenges, keptForms, sessions])
    await tx.delete(table).where(eq(table.accountId, id))
  await tx.delete(apiKeyCustomers).where(eq(apiKeyCustomers.customerId, id))
  await tx.delete(mails).where(eq(sql`lower(${mails.to})`, email.toLowerCase()))
}
