import { desc, eq, like } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { recoveryCodes, secondFactors } from "@/db/schema/credentials"
import { auditEntries } from "@/db/schema/records"
import { throttles } from "@/db/schema/sessions"
import { confirmTwoFactor } from "@/lib/dispatch/joining"
import { createTokens } from "@/lib/identity/auth/create-tokens"
import { signIn } from "@/lib/identity/auth/sign-in"
import { findActor } from "@/lib/identity/sessions/find-actor"
import { forgetJobs } from "@/lib/testing/jobs"
import { factorEventsTo, lettersTo } from "@/lib/testing/links"
import { emailOf, emptyDatabase, makeActor, PASSWORD, someVisitor } from "@/lib/testing/people"
import { codeAt, enrol, STEP } from "@/lib/testing/two-factor"
import { beginSignIn } from "./begin-sign-in"
import { Code } from "./contract"
import { getTwoFactor } from "./get-two-factor"
import { getTwoFactorOf } from "./get-two-factor-of"
import { removeTwoFactorOf } from "./remove-two-factor-of"
import { renewRecoveryCodes } from "./renew-recovery-codes"
import { limitCodeTries } from "./spend-code"
import { startTwoFactor } from "./start-two-factor"
import { stepOf } from "./totp"
import { turnOffTwoFactor } from "./turn-off-two-factor"

beforeEach(() => emptyDatabase())

const proof = { currentPassword: PASSWORD }
const refused = { code: "invalid", fields: { code: expect.any(String) } }

async function lastActions(accountId: string, count: number) {
  const entries = await db
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, accountId))
    .orderBy(desc(auditEntries.id))
    .limit(count)
  return entries.map(({ action }) => action)
}

describe("codes of the app", () => {
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

  test("are those of RFC 6238", () => {
    expect(stepOf(secret, "287082", 59_000)).toBe(1)
    expect(stepOf(secret, "081804", 1_111_111_109_000)).toBe(37_037_036)
    expect(stepOf(secret, "353130", 20_000_000_000_000)).toBe(666_666_666)
  })

  test("are good one step early or late, and no further", () => {
    const now = 1_700_000_000_000
    const step = Math.floor(now / STEP)
    const good = [-2, -1, 0, 1, 2].map((off) => stepOf(secret, codeAt(secret, now + off * STEP), now))
    expect(good).toEqual([undefined, step - 1, step, step + 1, undefined])
  })

  test("may be typed with blanks, recovery codes in any case and without hyphens", () => {
    expect(Code.parse(" 123 456 ")).toBe("123456")
    expect(Code.parse("abcde-fgh23-45678")).toBe("ABCDEFGH2345678")
    for (const typed of ["12345", "1234567", "12345a", "", "abcde-fgh23"])
      expect(Code.safeParse(typed).success).toBe(false)
  })
})

describe("setting it up", () => {
  test("takes the password and a first code, and signs out everywhere else", async () => {
    const actor = await makeActor("customer")
    const { sessionId } = await signIn(someVisitor, { email: emailOf(actor), password: PASSWORD })
    await expect(startTwoFactor(actor, { currentPassword: "not this one" })).rejects.toMatchObject({
      fields: { currentPassword: expect.any(String) },
    })
    const { secret, uri } = await startTwoFactor(actor, proof)
    expect(uri).toContain(`secret=${secret}`)
    await signIn(someVisitor, { email: emailOf(actor), password: PASSWORD })
    await expect(confirmTwoFactor(actor, { code: "000000" })).rejects.toMatchObject(refused)
    expect(await getTwoFactor(actor)).toMatchObject({ enabled: false, recoveryCodesLeft: 0 })

    const confirmed = await confirmTwoFactor(actor, { code: codeAt(secret, Date.now()) })
    expect(new Set(confirmed.recoveryCodes).size).toBe(10)
    expect(await getTwoFactor(actor)).toMatchObject({ enabled: true, recoveryCodesLeft: 10 })
    expect(await findActor(sessionId, someVisitor)).toBeUndefined()
    expect(await findActor(actor.sessionId, someVisitor)).toBeDefined()
    expect(await lastActions(actor.id, 1)).toEqual(["account.two_factor_enabled"])
  })

  test("keeps neither the secret nor a recovery code in clear", async () => {
    const { secret, recoveryCodes: codes } = await enrol(await makeActor("customer"))
    const kept = JSON.stringify([await db.select().from(secondFactors), await db.select().from(recoveryCodes)])
    for (const told of [secret, ...codes, ...codes.map((code) => code.replaceAll("-", ""))])
      expect(kept).not.toContain(told)
  })

  test("begun too long ago begins anew, and what is on is not replaced", async () => {
    const actor = await makeActor("customer")
    const { secret } = await startTwoFactor(actor, proof)
    const code = codeAt(secret, Date.now())
    await db.update(secondFactors).set({ createdAt: new Date(Date.now() - 16 * 60_000) })
    await expect(confirmTwoFactor(actor, { code })).rejects.toMatchObject({ code: "conflict" })
    const again = await startTwoFactor(actor, proof)
    await confirmTwoFactor(actor, { code: codeAt(again.secret, Date.now()) })
    await expect(startTwoFactor(actor, proof)).rejects.toMatchObject({ code: "conflict" })
    await expect(confirmTwoFactor(actor, { code })).rejects.toMatchObject({ code: "conflict" })
  })

  test("confirmed five times at once gives one set of recovery codes", async () => {
    const actor = await makeActor("customer")
    const { secret } = await startTwoFactor(actor, proof)
    const code = codeAt(secret, Date.now())
    const race = await Promise.allSettled(Array.from({ length: 5 }, () => confirmTwoFactor(actor, { code })))
    expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(await getTwoFactor(actor)).toMatchObject({ recoveryCodesLeft: 10 })
  })
})

describe("signing in by JSON", () => {
  test("a right password asks for the code; a wrong one does not tell that there is one", async () => {
    const actor = await makeActor("customer")
    const email = emailOf(actor)
    const { secret } = await enrol(actor)
    for (const enter of [createTokens, signIn]) {
      await expect(enter(someVisitor, { email, password: PASSWORD })).rejects.toMatchObject({
        code: "second_factor_required",
      })
      const code = codeAt(secret, Date.now())
      const wrong = await enter(someVisitor, { email, password: "wrong", code }).catch((error: Error) => error)
      const unknown = await enter(someVisitor, { email: "a@b.test", password: "wrong" }).catch((error: Error) => error)
      expect(wrong).toEqual(unknown)
      await expect(enter(someVisitor, { email, password: PASSWORD, code: "000000" })).rejects.toMatchObject(refused)
    }
    await createTokens(someVisitor, { email, password: PASSWORD, code: codeAt(secret, Date.now()) })
  })

  test("no code is accepted twice, nor one older than the last", async () => {
    const actor = await makeActor("customer")
    const { secret } = await enrol(actor)
    const enter = (moment: number) =>
      createTokens(someVisitor, { email: emailOf(actor), password: PASSWORD, code: codeAt(secret, moment) })
    const now = Date.now()
    await enter(now)
    await expect(enter(now)).rejects.toMatchObject(refused)
    await expect(enter(now - STEP)).rejects.toMatchObject(refused)
    await enter(now + STEP)
  })

  test("one code used by ten at once lets one in, and so does one recovery code", async () => {
    const actor = await makeActor("customer")
    const { secret, recoveryCodes: codes } = await enrol(actor)
    for (const given of [codeAt(secret, Date.now()), Code.parse(codes[0])]) {
      const credentials = { email: emailOf(actor), password: PASSWORD, code: given }
      const race = await Promise.allSettled(Array.from({ length: 10 }, () => createTokens(someVisitor, credentials)))
      expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      await db.delete(throttles)
    }
    expect(await getTwoFactor(actor)).toMatchObject({ recoveryCodesLeft: 9 })
    const actions = (await lastActions(actor.id, 100)).filter((action) => action !== "account.code_refused")
    expect(actions.slice(0, 2)).toEqual(["account.signed_in", "account.recovery_code_used"])
  })

  test("wrong codes, and right passwords that stop at the question for one, are in the audit log; five are told to the owner", async () => {
    const actor = await makeActor("customer")
    await enrol(actor)
    const given = { email: emailOf(actor), password: PASSWORD }
    await expect(createTokens(someVisitor, given)).rejects.toMatchObject({ code: "second_factor_required" })
    expect(await beginSignIn(someVisitor, given)).toMatchObject({ challengeId: expect.any(String) })
    expect(await lastActions(actor.id, 2)).toEqual(["account.code_asked", "account.code_asked"])
    await forgetJobs()
    for (let tries = 1; tries <= 6; tries++) {
      await expect(createTokens(someVisitor, { ...given, code: "000000" })).rejects.toMatchObject({ code: "invalid" })
      expect(await lettersTo(actor.id)).toHaveLength(tries < 5 ? 0 : 1)
    }
    expect(await lastActions(actor.id, 6)).toEqual(Array(6).fill("account.code_refused"))
  })

  test("after ten wrong codes the right one is refused as well, wherever they were tried", async () => {
    const actor = await makeActor("customer")
    const { secret } = await enrol(actor)
    const given = { email: emailOf(actor), password: PASSWORD }
    const wrong = Array.from({ length: 10 }, () => createTokens(someVisitor, { ...given, code: "000000" }))
    expect((await Promise.allSettled(wrong)).every(({ status }) => status === "rejected")).toBe(true)
    await db.delete(throttles).where(like(throttles.key, "sign-in:%"))
    const code = codeAt(secret, Date.now())
    await expect(createTokens(someVisitor, { ...given, code })).rejects.toMatchObject({ code: "too_many_requests" })
    await expect(turnOffTwoFactor(actor, { ...proof, code })).rejects.toMatchObject({ code: "too_many_requests" })
  })

  test("only wrong codes are counted as wrong: neither a set-up that nobody began, nor a failure of ours", async () => {
    const actor = await makeActor("customer")
    for (let i = 0; i < 12; i++)
      await expect(confirmTwoFactor(actor, { code: "000000" })).rejects.toMatchObject({ code: "conflict" })
    const { secret } = await enrol(actor)
    const work = () => Promise.reject(new Error("The database is away"))
    for (let i = 0; i < 12; i++)
      await expect(limitCodeTries(actor.id, actor, work)).rejects.toThrow("The database is away")
    await createTokens(someVisitor, { email: emailOf(actor), password: PASSWORD, code: codeAt(secret, Date.now()) })
  })

  test("one person's recovery code is nothing to another", async () => {
    const [mine, theirs] = [await makeActor("customer"), await makeActor("customer")]
    await enrol(mine)
    const { recoveryCodes: codes } = await enrol(theirs)
    const given = { email: emailOf(mine), password: PASSWORD, code: Code.parse(codes[0]) }
    await expect(createTokens(someVisitor, given)).rejects.toMatchObject(refused)
  })
})

describe("changing it", () => {
  test("new recovery codes take both factors, and the old ones stop working", async () => {
    const actor = await makeActor("customer")
    const { secret, recoveryCodes: old } = await enrol(actor)
    const code = codeAt(secret, Date.now())
    const badly = renewRecoveryCodes(actor, { currentPassword: "not this one", code })
    await expect(badly).rejects.toMatchObject({ fields: { currentPassword: expect.any(String) } })
    await expect(renewRecoveryCodes(actor, { ...proof, code: "000000" })).rejects.toMatchObject(refused)
    const renewed = await renewRecoveryCodes(actor, { ...proof, code })
    expect(await lastActions(actor.id, 1)).toEqual(["account.recovery_codes_renewed"])
    const given = { email: emailOf(actor), password: PASSWORD }
    const first = (codes: string[]) => ({ ...given, code: Code.parse(codes[0]) })
    await expect(createTokens(someVisitor, first(old))).rejects.toMatchObject(refused)
    await createTokens(someVisitor, first(renewed.recoveryCodes))
  })

  test("turning it off takes both factors, and leaves nothing behind", async () => {
    const actor = await makeActor("staff")
    const { recoveryCodes: codes } = await enrol(actor)
    await expect(turnOffTwoFactor(actor, { ...proof, code: "000000" })).rejects.toMatchObject(refused)
    await turnOffTwoFactor(actor, { ...proof, code: Code.parse(codes[3]) })
    expect(await lastActions(actor.id, 1)).toEqual(["account.two_factor_disabled"])
    expect([...(await db.select().from(secondFactors)), ...(await db.select().from(recoveryCodes))]).toEqual([])
    await createTokens(someVisitor, { email: emailOf(actor), password: PASSWORD })
  })

  test("an administrator removes a lost one, which signs the person out; not their own", async () => {
    const [administrator, customer] = [await makeActor("administrator"), await makeActor("customer")]
    await enrol(customer)
    expect(await getTwoFactorOf(administrator, customer)).toMatchObject({ enabled: true })
    await removeTwoFactorOf(administrator, customer)
    expect(await findActor(customer.sessionId, someVisitor)).toBeUndefined()
    await createTokens(someVisitor, { email: emailOf(customer), password: PASSWORD })
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, customer.id))
    const disabled = { action: "account.two_factor_disabled", actorId: administrator.id }
    expect(entries).toContainEqual(expect.objectContaining(disabled))
    await expect(removeTwoFactorOf(administrator, administrator)).rejects.toMatchObject({ code: "conflict" })
  })

  test("the owner is told by mail of whatever is done to it, by whomever, and of nothing that failed", async () => {
    const [administrator, actor] = [await makeActor("administrator"), await makeActor("customer")]
    const { recoveryCodes: codes } = await enrol(actor)
    const given = { email: emailOf(actor), password: PASSWORD }
    await createTokens(someVisitor, { ...given, code: Code.parse(codes[0]) })
    await expect(createTokens(someVisitor, { ...given, code: Code.parse(codes[0]) })).rejects.toMatchObject(refused)
    const renewed = await renewRecoveryCodes(actor, { ...proof, code: Code.parse(codes[1]) })
    await turnOffTwoFactor(actor, { ...proof, code: Code.parse(renewed.recoveryCodes[0]) })
    await enrol(actor)
    await removeTwoFactorOf(administrator, actor)
    await removeTwoFactorOf(administrator, actor)
    expect(await factorEventsTo(actor.id)).toEqual([
      "enabled",
      "recovery_code_used",
      "recovery_code_used",
      "recovery_codes_renewed",
      "recovery_code_used",
      "disabled",
      "enabled",
      "removed",
    ])
  })

  test("removing what is not there ends nobody's session", async () => {
    const [administrator, worker] = [await makeActor("administrator"), await makeActor("staff")]
    await removeTwoFactorOf(administrator, worker)
    expect(await findActor(worker.sessionId, someVisitor)).toBeDefined()
  })
})
