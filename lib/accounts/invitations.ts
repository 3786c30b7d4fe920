import { desc, lt } from "drizzle-orm"
import { db, one, transaction } from "@/db/client"
import { accounts, invitations } from "@/db/schema/accounts"
import type { Actor } from "@/lib/auth/actor"
import { byEmail } from "@/lib/auth/authenticate"
import { AppError } from "@/lib/errors"
import { toPage } from "@/lib/http/page"
import { randomLetters } from "@/lib/letters"
import { permit } from "@/lib/policy"
import { hashCode } from "./register"

const SEVEN_DAYS = 7 * 24 * 3_600_000

/** Four groups of six letters: 117 bits. */
const newCode = () => Array.from({ length: 4 }, () => randomLetters(6)).join("-")

/** Makes a one-use code for one e-mail address. The code itself is given out here and kept nowhere. */
export function inviteStaff(actor: Actor, { email, role }: { email: string; role: "staff" | "supervisor" }) {
  permit(actor, "invitation.create")
  return transaction(async (tx) => {
    const [known] = await tx.select({ id: accounts.id }).from(accounts).where(byEmail(email))
    if (known) throw alreadyThere()
    const code = newCode()
    const expiresAt = new Date(Date.now() + SEVEN_DAYS)
    const values = { email, role, codeHash: hashCode(code), invitedBy: actor.id, expiresAt }
    return { ...one(await tx.insert(invitations).values(values).returning()), code }
  })
}

export async function listInvitations(actor: Actor, { after, limit }: { after?: string; limit: number }) {
  permit(actor, "invitation.read")
  const rows = await db
    .select()
    .from(invitations)
    .where(after ? lt(invitations.id, after) : undefined)
    .orderBy(desc(invitations.id))
    .limit(limit + 1)
  return toPage(rows, limit)
}

function alreadyThere() {
  const message = "There is already an account with this e-mail address; approve it or change it among the staff"
  return new AppError("conflict", message, { fields: { email: message } })
}
