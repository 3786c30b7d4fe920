import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { db, type Executor } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { hashPassword } from "@/lib/identity/passwords/hash-password"
import type { Actor, Visitor } from "@/lib/model/actor"

export const REPORTER = {
  id: "00000000-0000-7000-8000-000000000999",
  name: "Reported without an account",
  role: "customer",
} as const

/** The id of the account that emergencies of nobody we know belong to, which is made for the first of them. */
export async function reporterId(): Promise<string> {
  const [found] = await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, REPORTER.id))
  if (!found) await makeReporter(db, await hashPassword(randomUUID()))
  return REPORTER.id
}

/** The visitor in the part of that account. */
export async function reporterFor(visitor: Visitor): Promise<Actor> {
  await reporterId()
  const { address, device } = visitor
  return { ...REPORTER, state: "active", sessionId: REPORTER.id, nameless: true, address, device }
}

/** Disabled, so that nobody signs in to it, and it stands in no list of customers. */
export async function makeReporter(executor: Executor, passwordHash: string, at = new Date()): Promise<void> {
  const contact = { email: "emergency-reports@no-account.invalid", phone: "", emailVerifiedAt: at }
  await executor
    .insert(accounts)
    .values({ ...REPORTER, ...contact, passwordHash, state: "disabled", createdAt: at })
    .onConflictDoNothing()
}
