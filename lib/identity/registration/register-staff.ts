import { and, eq, gt, isNull, sql } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { invitations } from "@/db/schema/accounts"
import { hashCode } from "@/lib/identity/invitations/invitation-code"
import type { Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { audit } from "@/lib/platform/audit/audit"
import type { StaffApplication } from "./contract"
import { insertStaff } from "./insert-account"
import { INVITED_ANSWER, prepareRegistration, REGISTRATION_ANSWER } from "./prepare-registration"
import { sendRegistrationMail } from "./send-registration-mail"

/**
 * Makes the account of a member of staff. With an administrator's invitation it is active, has the invited role and a
 * confirmed address, since the code was mailed to it. Without one it waits for approval and may do nothing until then.
 * @returns one and the same answer whether or not the address had an account
 * @throws AppError `invalid` for a code that is not for this address, was used or revoked or has expired, and for a
 *   password that is common or is the email address; `too_many_requests` after 20 registrations an hour from one network
 *   address
 */
export async function registerStaff(visitor: Visitor, { invitationCode, ...person }: StaffApplication) {
  const prepared = await prepareRegistration(visitor, person)
  await transaction(async (tx) => {
    const invitation = invitationCode === undefined ? undefined : await lockInvitation(tx, invitationCode, person.email)
    const account = await insertStaff(tx, {
      ...prepared,
      ...(invitation
        ? // The code was mailed to this address and to no other.
          { role: invitation.role, state: "active", emailVerifiedAt: new Date() }
        : { role: "staff", state: "waiting" }),
    })
    if (account && invitation) await redeem(tx, visitor, invitation.id, account.id)
    await sendRegistrationMail(tx, visitor, person.email, account)
  })
  return invitationCode === undefined ? REGISTRATION_ANSWER : INVITED_ANSWER
}

/** Locks the open invitation with this code until the end of the transaction, so that two people cannot both use it. */
async function lockInvitation(tx: Tx, code: string, email: string) {
  const good = and(
    eq(invitations.codeHash, hashCode(code)),
    sql`lower(${invitations.email}) = lower(${email})`,
    isNull(invitations.usedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, sql`now()`),
  )
  const [invitation] = await tx.select().from(invitations).where(good).for("update")
  if (invitation) return invitation
  const message = "This code is for a different email address, has been used, or has expired"
  throw new AppError("invalid", message, { fields: { invitationCode: message } })
}

async function redeem(tx: Tx, visitor: Visitor, id: string, accountId: string): Promise<void> {
  await tx.update(invitations).set({ usedAt: new Date() }).where(eq(invitations.id, id))
  const author = { actorId: accountId, address: visitor.address }
  await audit(tx, author, { action: "invitation.used", subject: ["invitation", id] })
}
