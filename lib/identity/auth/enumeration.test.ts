import { randomUUID } from "node:crypto"
import { beforeEach, expect, test } from "vitest"
import { statementCount } from "@/db/pools"
import { requestReset } from "@/lib/identity/passwords/request-reset"
import { registerCustomer } from "@/lib/identity/registration/register-customer"
import { registerStaff } from "@/lib/identity/registration/register-staff"
import { emailOf, emptyDatabase, makeActor, PASSWORD, premises } from "@/lib/testing/people"
import { signIn } from "./sign-in"

const visitor = () => ({ address: randomUUID(), device: "A test" })
const person = { name: "Dana Reed", phone: "0113 496 0000", password: PASSWORD, premises }

/** What anybody may ask with an email address. How long each takes is measured by `bench/enumeration.ts`. */
const QUESTIONS: [string, (email: string) => Promise<unknown>][] = [
  ["signing in", (email) => signIn(visitor(), { email, password: "not this one" }).catch(() => undefined)],
  ["registering", (email) => registerCustomer(visitor(), { ...person, email })],
  ["applying as staff", (email) => registerStaff(visitor(), { ...person, email })],
  ["asking for a reset", (email) => requestReset(visitor(), { email })],
]

beforeEach(() => emptyDatabase())

async function statementsOf(work: Promise<unknown>): Promise<number> {
  const before = statementCount()
  await work
  return statementCount() - before
}

test.each(QUESTIONS)("%s sends the same statements for known, unknown and disabled addresses", async (_, ask) => {
  const known = emailOf(await makeActor("customer"))
  const disabled = emailOf(await makeActor("customer", { state: "disabled" }))
  const unknown = await statementsOf(ask("nobody@example.test"))
  expect(unknown).toBeGreaterThan(0)
  expect(await statementsOf(ask(known))).toBe(unknown)
  expect(await statementsOf(ask(disabled))).toBe(unknown)
})
