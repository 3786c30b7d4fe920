import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { statementCount } from "@/db/pools"
import { challenges, secondFactors } from "@/db/schema/credentials"
import { confirmTwoFactor, resetPassword } from "@/lib/dispatch/joining"
import { editStaff } from "@/lib/dispatch/staff/edit-staff"
import { createTokens } from "@/lib/identity/auth/create-tokens"
import { signIn } from "@/lib/identity/auth/sign-in"
import { changePassword } from "@/lib/identity/passwords/change-password"
import { listSessions } from "@/lib/identity/sessions/list-sessions"
import { answerChallenge } from "@/lib/identity/two-factor/answer-challenge"
import { beginSignIn } from "@/lib/identity/two-factor/begin-sign-in"
import { Code } from "@/lib/identity/two-factor/contract"
import { startTwoFactor } from "@/lib/identity/two-factor/start-two-factor"
import type { Actor } from "@/lib/model/actor"
import { tokenOf } from "@/lib/testing/links"
import { emailOf, emptyDatabase, makeActor, PASSWORD, someVisitor } from "@/lib/testing/people"
import { overtake } from "@/lib/testing/race"
import { codeAt, enrol } from "@/lib/testing/two-factor"

let actor: Actor
beforeEach(async () => {
  await emptyDatabase()
  actor = await makeActor("staff")
  await signIn(someVisitor, credentials())
})

const NEW = "seven green umbrellas"
const credentials = () => ({ email: emailOf(actor), password: PASSWORD })
const live = async () => (await listSessions(actor, { limit: 10 })).items.map(({ id }) => id)
const refused = (code: string) => ({ status: "rejected", reason: expect.objectContaining({ code }) })
const done = { status: "fulfilled" }

const DOORS = [
  ["a browser that sends all at once", signIn],
  ["a browser that is asked step by step", beginSignIn],
  ["a program", createTokens],
] as const

describe.each(DOORS)("a sign-in of %s that is under way", (_, enter) => {
  test("does not outlive a password reset", async () => {
    const token = await tokenOf(actor.id, "reset_password")
    const reset = () => resetPassword(someVisitor, { token, newPassword: NEW })
    const outcomes = await overtake(actor, reset, () => enter(someVisitor, credentials()))
    expect(outcomes).toMatchObject([done, refused("unauthenticated")])
    expect(await live()).toEqual([])
  })

  test("does not outlive a change of the password", async () => {
    const change = () => changePassword(actor, { currentPassword: PASSWORD, newPassword: NEW })
    const outcomes = await overtake(actor, change, () => enter(someVisitor, credentials()))
    expect(outcomes).toMatchObject([done, refused("unauthenticated")])
    expect(await live()).toEqual([actor.sessionId])
  })

  test("does not get by without a second factor that is turned on meanwhile", async () => {
    const { secret } = await startTwoFactor(actor, { currentPassword: PASSWORD })
    const confirm = () => confirmTwoFactor(actor, { code: codeAt(secret, Date.now()) })
    const [confirmed, entered] = await overtake(actor, confirm, () => enter(someVisitor, credentials()))
    expect(confirmed).toMatchObject(done)
    const asked = { status: "fulfilled", value: { challengeId: expect.any(String) } }
    expect(entered).toMatchObject(enter === beginSignIn ? asked : refused("second_factor_required"))
    expect(await live()).toEqual([actor.sessionId])
  })

  test("ends with the account", async () => {
    const administrator = await makeActor("administrator")
    const disable = () => editStaff(administrator, { id: actor.id, state: "disabled" })
    const outcomes = await overtake(actor, disable, () => enter(someVisitor, credentials()))
    expect(outcomes).toMatchObject([done, refused("unauthenticated")])
  })
})

test("the code of a second factor that is under way does not outlive a password reset, and is not used up", async () => {
  const { recoveryCodes } = await enrol(actor)
  const code = Code.parse(recoveryCodes[0])
  await createTokens(someVisitor, { ...credentials(), code: Code.parse(recoveryCodes[1]) })
  const begun = await beginSignIn(someVisitor, credentials())
  const { challengeId } = "challengeId" in begun ? begun : { challengeId: "" }
  const token = await tokenOf(actor.id, "reset_password")
  const reset = () => resetPassword(someVisitor, { token, newPassword: NEW })
  const outcomes = await overtake(actor, reset, () => answerChallenge(someVisitor, { challengeId, code }))
  expect(outcomes).toMatchObject([done, refused("unauthenticated")])
  expect([await live(), await db.select().from(challenges)]).toEqual([[], []])
  await createTokens(someVisitor, { email: emailOf(actor), password: NEW, code })
})

test("a second factor that is being set up with the old password does not outlive a change of it", async () => {
  const change = () => changePassword(actor, { currentPassword: PASSWORD, newPassword: NEW })
  const outcomes = await overtake(actor, change, () => startTwoFactor(actor, { currentPassword: PASSWORD }))
  expect(outcomes).toMatchObject([done, refused("unauthenticated")])
  expect(await db.select().from(secondFactors)).toEqual([])
})

test("a sign-in is ten statements at most", async () => {
  const before = statementCount()
  await signIn(someVisitor, credentials())
  expect(statementCount() - before).toBeLessThanOrEqual(10)
})
