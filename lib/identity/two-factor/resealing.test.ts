import { eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { db, one } from "@/db/client"
import { secondFactors } from "@/db/schema/credentials"
import { createTokens } from "@/lib/identity/auth/create-tokens"
import type { Actor } from "@/lib/model/actor"
import { env } from "@/lib/runtime/env"
import { emailOf, emptyDatabase, makeActor, PASSWORD, someVisitor } from "@/lib/testing/people"
import { startWith } from "@/lib/testing/secrets"
import { codeAt, enrol, STEP } from "@/lib/testing/two-factor"
import { Code } from "./contract"

const OLD = env().AUTH_SECRET
const NEW = "the secret that replaces it, just as long as the other"

beforeEach(() => emptyDatabase())
afterEach(() => startWith(OLD))

const enter = (actor: Actor, code: string) =>
  createTokens(someVisitor, { email: emailOf(actor), password: PASSWORD, code })
const sealed = async ({ id }: Actor) =>
  one(await db.select().from(secondFactors).where(eq(secondFactors.accountId, id))).sealedSecret

test("whoever signs in with a code after a change of secrets does so once the old one is retired, too", async () => {
  const actor = await makeActor("customer")
  const { secret } = await enrol(actor)
  const now = Date.now()
  startWith(NEW, OLD)
  await enter(actor, codeAt(secret, now))
  startWith(NEW)
  await enter(actor, codeAt(secret, now + STEP))
})

test("a code that is refused seals nothing anew, and neither does one where the secret is the present one", async () => {
  const actor = await makeActor("customer")
  const { secret } = await enrol(actor)
  const before = await sealed(actor)
  await enter(actor, codeAt(secret, Date.now()))
  expect(await sealed(actor)).toBe(before)
  startWith(NEW, OLD)
  await expect(enter(actor, codeAt(secret, Date.now()))).rejects.toMatchObject({ code: "invalid" })
  expect(await sealed(actor)).toBe(before)
})

test("where the secret cannot be opened any more, codes of the app are refused and recovery codes let in", async () => {
  const actor = await makeActor("customer")
  const { secret, recoveryCodes } = await enrol(actor)
  startWith(NEW)
  await expect(enter(actor, codeAt(secret, Date.now()))).rejects.toMatchObject({ code: "invalid" })
  await enter(actor, Code.parse(recoveryCodes[0]))
})
