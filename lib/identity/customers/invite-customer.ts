import { eq, sql } from "drizzle-orm"
import { db, one, type Tx, transaction } from "@/db/client"
import { isDuplicate } from "@/db/errors"
import { accounts } from "@/db/schema/accounts"
import { takeTry } from "@/lib/identity/auth/throttle"
import { CHOOSING, endLinks } from "@/lib/identity/mailed-links/mailed-links"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import type { PortalInvitation } from "./contract"
import { emailIsKnown } from "./create-customer"
import { selectCustomer } from "./get-customer"

/**
 * Mails a link to choose a password to a customer who has not confirmed an email address yet, and returns the customer.
 * Another address replaces the one they have; what was mailed to that stops working.
 * @throws AppError `not_found` and `forbidden` by the policy; `invalid` when there is no address; `conflict` when they
 *   have confirmed theirs, or the given one is another account's; `too_many_requests` after five an hour
 */
export async function inviteCustomer(actor: Actor, { id, email }: PortalInvitation) {
  const [known] = await selectCustomer(db, id)
  authorize(actor, "customer.invite", known)
  await takeTry([{ key: `portal-invitation:${id}`, tries: 5, seconds: 3600 }])
  try {
    return await transaction(async (tx) => {
      await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, id)).for("update")
      const [customer] = await selectCustomer(tx, id)
      authorize(actor, "customer.invite", customer)
      if (customer.emailVerifiedAt)
        throw new AppError("conflict", "They have confirmed their email address and can sign in.")
      const changed = email !== undefined && email.toLowerCase() !== customer.email?.toLowerCase()
      if (changed) await replaceEmail(tx, id, email)
      else if (!customer.email) throw new AppError("invalid", NO_EMAIL, { fields: { email: NO_EMAIL } })
      const data = { fields: changed ? ["email"] : [] }
      await audit(tx, authorOf(actor), { action: "customer.invited", subject: ["account", id], data })
      await enqueue(tx, "send_mail", { kind: "portal_invitation", accountId: id })
      return one(await selectCustomer(tx, id))
    })
  } catch (thrown) {
    throw isDuplicate(thrown, "accounts_email_key") ? await emailIsKnown(db, email ?? "") : thrown
  }
}

const NO_EMAIL = "Enter their email address"

async function replaceEmail(tx: Tx, id: string, email: string): Promise<void> {
  for (const purpose of [...CHOOSING, "verify_email"] as const) await endLinks(tx, id, purpose)
  await tx
    .update(accounts)
    .set({ email, version: sql`${accounts.version} + 1` })
    .where(eq(accounts.id, id))
  await enqueue(tx, "refresh_search", { customerId: id })
}
