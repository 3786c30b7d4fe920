import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { challenges } from "@/db/schema/credentials"
import { sessions } from "@/db/schema/sessions"
import { seal } from "@/lib/identity/auth/seal"
import { readSessionCookie, sealSessionCookie, sessionCookieName } from "@/lib/identity/auth/session-cookie"
import { readAccessToken } from "@/lib/identity/auth/tokens"
import { changePassword } from "@/lib/identity/passwords/change-password"
import { findActor } from "@/lib/identity/sessions/find-actor"
import type { Actor } from "@/lib/model/actor"
import { emailOf, emptyDatabase, makeActor, PASSWORD, someVisitor } from "@/lib/testing/people"
import { codeAt, enrol } from "@/lib/testing/two-factor"
import { answerChallenge } from "./answer-challenge"
import { beginSignIn } from "./begin-sign-in"
import { isChallenge } from "./challenge"
import { openChallenge, sealChallenge } from "./challenge-cookie"
import { Code } from "./contract"

beforeEach(() => emptyDatabase())

const over = { code: "unauthenticated" }

async function challengeOf(actor: Actor): Promise<string> {
  const begun = await beginSignIn(someVisitor, { email: emailOf(actor), password: PASSWORD })
  if (!("challengeId" in begun)) throw new Error("A session began without a second factor.")
  return begun.challengeId
}

const liveSessionsOf = async ({ id }: Actor) =>
  (await db.select().from(sessions).where(eq(sessions.accountId, id))).filter(({ endedAt }) => endedAt === null).length

test("a right password begins a session for those without a second factor, and a challenge for those with one", async () => {
  const [without, having] = [await makeActor("customer"), await makeActor("customer")]
  await enrol(having)
  const begun = await beginSignIn(someVisitor, { email: emailOf(without), password: PASSWORD })
  expect(begun).toMatchObject({ sessionId: expect.any(String) })
  const before = await liveSessionsOf(having)
  expect(await isChallenge(await challengeOf(having))).toBe(true)
  expect(await liveSessionsOf(having)).toBe(before)
})

test("a code answers a challenge once, and so does a recovery code", async () => {
  const actor = await makeActor("customer")
  const { secret, recoveryCodes } = await enrol(actor)
  for (const code of [codeAt(secret, Date.now()), Code.parse(recoveryCodes[0])]) {
    const challengeId = await challengeOf(actor)
    const { sessionId } = await answerChallenge(someVisitor, { challengeId, code })
    expect(await findActor(sessionId, someVisitor)).toMatchObject({ id: actor.id })
    expect(await isChallenge(challengeId)).toBe(false)
    await expect(
      answerChallenge(someVisitor, { challengeId, code: Code.parse(recoveryCodes[1]) }),
    ).rejects.toMatchObject(over)
  }
})

test("two answers at once to one challenge begin one session", async () => {
  const actor = await makeActor("customer")
  const { recoveryCodes } = await enrol(actor)
  const challengeId = await challengeOf(actor)
  const before = await liveSessionsOf(actor)
  const race = recoveryCodes
    .slice(0, 4)
    .map((code) => answerChallenge(someVisitor, { challengeId, code: Code.parse(code) }))
  expect((await Promise.allSettled(race)).filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  expect(await liveSessionsOf(actor)).toBe(before + 1)
})

test("five wrong answers, also at once, end a challenge", async () => {
  const actor = await makeActor("customer")
  const { secret } = await enrol(actor)
  const challengeId = await challengeOf(actor)
  const tries = Array.from({ length: 8 }, () =>
    answerChallenge(someVisitor, { challengeId, code: "000000" }).catch((error: { code: string }) => error.code),
  )
  expect((await Promise.all(tries)).filter((code) => code === "invalid").length).toBeLessThanOrEqual(5)
  const code = codeAt(secret, Date.now())
  await expect(answerChallenge(someVisitor, { challengeId, code })).rejects.toMatchObject(over)
  await answerChallenge(someVisitor, { challengeId: await challengeOf(actor), code })
})

test("a challenge ends after five minutes, and with the account", async () => {
  const actor = await makeActor("customer")
  const { secret } = await enrol(actor)
  const code = codeAt(secret, Date.now())
  const [late, disabled] = [await challengeOf(actor), await challengeOf(actor)]
  const [row] = await db.select().from(challenges).where(eq(challenges.id, late))
  expect((row?.expiresAt.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(300_000)
  await db
    .update(challenges)
    .set({ expiresAt: new Date(Date.now() - 1) })
    .where(eq(challenges.id, late))
  await expect(answerChallenge(someVisitor, { challengeId: late, code })).rejects.toMatchObject(over)
  await db.update(accounts).set({ state: "disabled" }).where(eq(accounts.id, actor.id))
  await expect(answerChallenge(someVisitor, { challengeId: disabled, code })).rejects.toMatchObject(over)
})

test("a changed password ends what the old one began", async () => {
  const actor = await makeActor("customer")
  const { secret } = await enrol(actor)
  const challengeId = await challengeOf(actor)
  await changePassword(actor, { currentPassword: PASSWORD, newPassword: "a lantern over seven hills" })
  const code = codeAt(secret, Date.now())
  await expect(answerChallenge(someVisitor, { challengeId, code })).rejects.toMatchObject(over)
})

test("a challenge is no session, a session no challenge, whatever cookie or token it is put into", async () => {
  const actor = await makeActor("customer")
  await enrol(actor)
  const challengeId = await challengeOf(actor)
  const sealed = sealChallenge(challengeId)
  expect(openChallenge(sealed)).toBe(challengeId)
  expect(await readSessionCookie(`${sessionCookieName()}=${sealed}`)).toBeUndefined()
  expect(await readSessionCookie(`challenge=${sealed}`)).toBeUndefined()
  expect(await readAccessToken(sealed)).toBeUndefined()
  expect(await findActor(challengeId, someVisitor)).toBeUndefined()
  for (const value of [(await sealSessionCookie(actor.sessionId)).value, seal(challengeId), `${sealed}x`, "", "a.b"])
    expect(openChallenge(value)).toBeUndefined()
})
