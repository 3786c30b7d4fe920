import { eq, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts, invitations } from "@/db/schema/accounts"
import { apiKeyCustomers } from "@/db/schema/api-keys"
import { challenges, mailedLinks, recoveryCodes, secondFactors } from "@/db/schema/credentials"
import { bouncedAddresses, inboundMails } from "@/db/schema/inbound-mails"
import { deliveries, notificationPreferences, notifications, pushDevices } from "@/db/schema/notifications"
import { mails } from "@/db/schema/records"
import { serviceRequests } from "@/db/schema/requests"
import { keptForms, sessions } from "@/db/schema/sessions"
import { unsentWords } from "@/db/schema/unsent"
import { forgetKeptMailsAbout } from "@/lib/oversight/mail/forget-kept-mails"
import { settleToldOfMail } from "@/lib/oversight/notifications/tell-of-mail"
import { LIVE } from "./erase-history"
import { deletedIdsSql } from "./personal-records"

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
  const toldOf = [notifications, deliveries, notificationPreferences, pushDevices, bouncedAddresses]
  for (const table of [
    mailedLinks,
    secondFactors,
    recoveryCodes,
    challenges,
    keptForms,
    sessions,
    unsentWords,
    ...toldOf,
  ])
    await tx.delete(table).where(eq(table.accountId, id))
  await tx.delete(apiKeyCustomers).where(eq(apiKeyCustomers.customerId, id))
  const gone = await tx.delete(inboundMails).where(isOfPerson(id, email)).returning({ id: inboundMails.id })
  await settleToldOfMail(tx, ...gone.map((it) => it.id))
  await tx.delete(mails).where(eq(sql`lower(${mails.to})`, email.toLowerCase()))
  await forgetKeptMailsAbout(tx, sql`${serviceRequests.customerId} = ${id} and not ${LIVE}`, deletedIdsSql(id))
}

/** Emails that came in for this account or from this address, or are about a request of theirs, whoever has sent them. */
const isOfPerson = (id: string, email: string) => sql`
  ${inboundMails.accountId} = ${id} or lower(${inboundMails.sender}) = ${email.toLowerCase()} or ${inboundMails.requestId} in (
    select ${serviceRequests.id} from ${serviceRequests} where ${serviceRequests.customerId} = ${id})`
