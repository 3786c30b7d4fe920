import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { statementCount } from "@/db/pools"
import { auditEntries } from "@/db/schema/records"
import { requestReset } from "@/lib/identity/passwords/request-reset"
import { registerCustomer } from "@/lib/identity/registration/register-customer"
import { registerStaff } from "@/lib/identity/registration/register-staff"
import { beginSignIn } from "@/lib/identity/two-factor/begin-sign-in"
import { requestVerification } from "@/lib/identity/verification/request-verification"
import { emailOf, emptyDatabase, makeActor, PASSWORD, premises } from "@/lib/testing/people"
import { createTokens } from "./create-tokens"
import { signIn } from "./sign-in"

const visitor = () => ({ address: randomUUID(), device: "A test" })
const refusals = eq(auditEntries.action, "account.sign_in_refused")
const person = { name: "Dana Reed", phone: "0113 496 0000", password: PASSWORD, premises }

/** What anybody may ask with an email address. How long each takes is measured by `bench/enumeration.ts`. */
const QUESTIONS: [string, (email: string) => Promise<unknown>][] = [
  ["signing in", (email) => signIn(visitor(), { email, password: "not this one" }).catch(() => undefined)],
  ["registering", (email) => registerCustomer(visitor(), { ...person, email })],
  ["applying as staff", (email) => registerStaff(visitor(), { ...person, email })],
  ["asking for the confirmation link again", (email) => requestVerification(visitor(), { email })],
  ["asking for a reset", (email) => requestReset(visitor(), { email })],
]

beforeEach(() => emptyDatabase())

async function statementsOf(work: Promise<unknown>): Promise<number> {
  const before = statementCount()
  await work
  return statementCount() - before
}

test("who registers and then signs in with the password of their own cannot tell whether the address was free", async () => {
  const known = emailOf(await makeActor("customer"))
  const outcomeOf = async (email: string) => {
    await registerCustomer(visitor(), { ...person, email, password: "a password of my own" })
    const begun = statementCount()
    const tries = [signIn, createTokens, beginSignIn].map(
      (enter) => () => enter(visitor(), { email, password: "a password of my own" }),
    )
    const outcomes: unknown[] = []
    for (const enter of tries) outcomes.push(await enter().catch(({ code, message }) => ({ code, message })))
    return { outcomes, statements: statementCount() - begun, rows: await db.$count(auditEntries, refusals) }
  }
  const before = await db.$count(auditEntries, refusals)
  const free = await outcomeOf("nobody@example.test")
  const taken = await outcomeOf(known)
  expect(free.outcomes).toEqual(taken.outcomes)
  expect(free.outcomes).toMatchObject(Array(3).fill({ code: "unauthenticated" }))
  expect(free.statements).toBe(taken.statements)
  expect([free.rows - before, taken.rows - free.rows]).toEqual([3, 3])
})

test.each(QUESTIONS)(
  "%s sends the same statements for known, unconfirmed, unknown and disabled addresses",
  async (_, ask) => {
    const known = emailOf(await makeActor("customer"))
    const unconfirmed = emailOf(await makeActor("customer", { verified: false }))
    const disabled = emailOf(await makeActor("customer", { state: "disabled" }))
    const unknown = await statementsOf(ask("nobody@example.test"))
    expect(unknown).toBeGreaterThan(0)
    expect(await statementsOf(ask(known))).toBe(unknown)
    expect(await statementsOf(ask(unconfirmed))).toBe(unknown)
    expect(await statementsOf(ask(disabled))).toBe(unknown)
  },
)
