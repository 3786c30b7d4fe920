import { randomBytes } from "node:crypto"
import { and, eq } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { ableToSignIn, byEmail } from "@/lib/identity/auth/authenticate"
import { lockWaysIn } from "@/lib/identity/auth/entrant"
import { endLinks, makeLink } from "@/lib/identity/auth/mailed-links"
import { hashPassword } from "@/lib/identity/auth/password"
import { endAllSessions } from "@/lib/identity/auth/sessions"
import { forgetTries } from "@/lib/identity/auth/sign-in-limits"
import { abandonSetUp } from "@/lib/identity/two-factor/factor"
import { AppError } from "@/lib/model/errors"
import { audit, COMMAND_LINE } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"

/** The account somebody signs in to with this address. Throws `not_found` when nobody can. */
export async function accountByEmail(email: string): Promise<{ id: string; email: string }> {
  const [found] = await db
    .select({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .where(and(byEmail(email), ableToSignIn))
  if (!found)
    throw new AppError("not_found", `No one can sign in with ${email}. The account does not exist or is disabled.`)
  return found
}

/**
 * Gives an account a password made here, for whoever runs the server, and signs it out everywhere. The owner is told by
 * mail. The password is kept nowhere but in what this returns.
 */
export async function replacePassword(account: { id: string; email: string }): Promise<string> {
  const password = randomBytes(15).toString("base64url")
  const passwordHash = await hashPassword(password)
  const { id } = account
  await transaction(async (tx) => {
    await lockWaysIn(tx, id)
    await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, id))
    await abandonSetUp(tx, id)
    await endLinks(tx, id, "reset_password")
    await endAllSessions(tx, id)
    await forgetTries(tx, { ...COMMAND_LINE, device: "" }, account)
    await audit(tx, COMMAND_LINE, { action: "account.password_reset", subject: ["account", id] })
    await enqueue(tx, "send_mail", { kind: "password_changed", accountId: id })
  })
  return password
}

/** A link to choose a new password, to be handed to the owner. Nothing changes until it is followed. */
export const makeResetLink = ({ id }: { id: string }): Promise<string> =>
  transaction((tx) => makeLink(tx, id, "reset_password"))
