import { and, asc, eq, gt, isNull, type SQL, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts, invitations } from "@/db/schema/accounts"
import { emergencies, emergencyNotices } from "@/db/schema/dispatch"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import { CAN_SIGN_IN, hasEmailSql } from "@/lib/identity/accounts/account-sql"
import { isMailbox } from "@/lib/identity/accounts/no-email"
import { unseal } from "@/lib/identity/auth/seal"
import { hashCode, linkWith } from "@/lib/identity/invitations/invitation-code"
import { makeLink } from "@/lib/identity/mailed-links/mailed-links"
import type { MailJob } from "@/lib/model/mail-job"
import { composeDigest } from "@/lib/oversight/notifications/compose-digest"
import { composeNotification } from "@/lib/oversight/notifications/compose-notification"
import type { ComposedMail, MailContent } from "@/lib/platform/mail/mail"
import { composeLate } from "./compose-late"
import { emergencyFacts } from "./emergency-facts"
import { mailTexts } from "./mail-texts"

/**
 * The text of an email, with a fresh link that ends those of earlier tries. Undefined when its reader is gone or its
 * reason no longer holds.
 */
export function compose(tx: Tx, letter: MailJob): Promise<ComposedMail | undefined> {
  switch (letter.kind) {
    case "late_requests":
      return composeLate(tx, letter)
    case "notification":
      return composeNotification(tx, letter)
    case "digest":
      return composeDigest(tx, letter)
    case "invitation":
      return composeInvitation(tx, letter)
    default:
      return composeToAccount(tx, letter)
  }
}

type ToAccount = Exclude<MailJob, { kind: "invitation" | "late_requests" | "notification" | "digest" }>

async function composeToAccount(tx: Tx, letter: ToAccount): Promise<ComposedMail | undefined> {
  const { kind, accountId } = letter
  const reachable = and(eq(accounts.id, accountId), CAN_SIGN_IN)
  const [account] = await tx
    .select({ to: accounts.email, verifiedAt: accounts.emailVerifiedAt })
    .from(accounts)
    .where(reachable)
  if (!account || !isMailbox(account.to)) return undefined
  if (account.verifiedAt && (kind === "verify_email" || kind === "portal_invitation")) return undefined
  const written = await wordsOf(tx, letter, account)
  return written && { to: "sealedTo" in letter ? unseal(letter.sealedTo) : account.to, ...written }
}

async function wordsOf(
  tx: Tx,
  letter: ToAccount,
  { verifiedAt }: { verifiedAt: Date | null },
): Promise<MailContent | undefined> {
  switch (letter.kind) {
    case "verify_email":
      return mailTexts.verifyEmail(await makeLink(tx, letter.accountId, letter.kind))
    case "reset_password":
      return mailTexts.resetPassword(await makeLink(tx, letter.accountId, letter.kind))
    case "portal_invitation":
      return mailTexts.portalInvitation(await makeLink(tx, letter.accountId, letter.kind))
    case "already_registered":
      // Whoever registers with the address of an account that nobody has confirmed may be the one it was made for.
      return verifiedAt
        ? mailTexts.alreadyRegistered()
        : mailTexts.joinAccount(await makeLink(tx, letter.accountId, "portal_invitation"))
    case "password_changed":
      return mailTexts.passwordChanged()
    case "change_email":
      return changeWords(tx, letter)
    case "email_change_asked":
      return mailTexts.emailChangeAsked()
    case "email_changed":
      return mailTexts.emailChanged()
    case "two_factor_changed":
      return mailTexts.twoFactorChanged(letter.event)
    case "emergency_unanswered":
      return emergencyWords(tx, letter)
    case "many_emergencies":
      return manyWords(tx, letter)
    default:
      throw new Error(`Nobody has written the letter ${letter satisfies never}.`)
  }
}

/** To an address that has an account the link would be of no use, and nobody else may learn that it has one. */
async function changeWords(tx: Tx, letter: Extract<MailJob, { kind: "change_email" }>): Promise<MailContent> {
  const email = unseal(letter.sealedTo)
  const known = await tx.$count(accounts, hasEmailSql(email))
  return known > 0
    ? mailTexts.addressInUse()
    : mailTexts.changeEmail(await makeLink(tx, letter.accountId, letter.kind, email))
}

type Unanswered = Extract<MailJob, { kind: "emergency_unanswered" }>

/**
 * Limited to emergencies that nobody has acknowledged yet, since the email would send others after them, and that no
 * later email tells of. Undefined when none is left.
 */
async function emergencyWords(tx: Tx, letter: Unanswered): Promise<MailContent | undefined> {
  const found = await tx
    .select({
      id: serviceRequests.id,
      reference: serviceRequests.reference,
      category: serviceRequests.category,
      askedAgain: emergencies.askedAgain,
      nobody: sql<boolean>`cardinality(${emergencies.offered}) = 0`,
    })
    .from(emergencies)
    .innerJoin(serviceRequests, eq(serviceRequests.id, emergencies.requestId))
    .where(and(sql`${emergencies.requestId} in (${toldSql(letter)})`, isNull(emergencies.acknowledgedAt), OPEN_ROWS))
    .orderBy(asc(serviceRequests.id))
  const facts = await emergencyFacts(
    tx,
    found.map(({ id }) => id),
  )
  const waiting = found.map((it) => ({ ...it, facts: facts.get(it.id) }))
  if (waiting.length > 0 && waiting.every(({ askedAgain }) => askedAgain)) return mailTexts.detailsUnconfirmed(waiting)
  return waiting.length > 0
    ? mailTexts.emergencyUnanswered(
        waiting,
        waiting.every(({ nobody }) => nobody),
      )
    : undefined
}

const toldSql = (letter: Unanswered): SQL =>
  "requestId" in letter
    ? sql`select ${letter.requestId}::uuid`
    : sql`select request_id from ${emergencyNotices}
        where account_id = ${letter.accountId} and sent_at = ${letter.at}::timestamptz`

/** Undefined once the first report has ended. */
async function manyWords(
  tx: Tx,
  { requestId }: Extract<MailJob, { kind: "many_emergencies" }>,
): Promise<MailContent | undefined> {
  const [lead] = await tx
    .select({ id: serviceRequests.id, reference: serviceRequests.reference, category: serviceRequests.category })
    .from(serviceRequests)
    .where(and(eq(serviceRequests.id, requestId), OPEN_ROWS))
  return lead && mailTexts.manyEmergencies(lead)
}

async function composeInvitation(
  tx: Tx,
  { invitationId, sealedCode }: Extract<MailJob, { kind: "invitation" }>,
): Promise<ComposedMail | undefined> {
  const code = unseal(sealedCode)
  const good = and(
    eq(invitations.id, invitationId),
    // Another letter brings the code that has replaced it.
    eq(invitations.codeHash, hashCode(code)),
    isNull(invitations.usedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, sql`now()`),
  )
  const [invitation] = await tx
    .select({ to: invitations.email, expiresAt: invitations.expiresAt })
    .from(invitations)
    .where(good)
  if (!invitation) return undefined
  const { to, expiresAt } = invitation
  return { to, ...mailTexts.invitation(linkWith(code), code, expiresAt) }
}
