import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { mailedLinks } from "@/db/schema/credentials"
import { auditEntries } from "@/db/schema/records"
import { throttles } from "@/db/schema/sessions"
import { fileRequest } from "@/lib/dispatch/file-request"
import { resetPassword } from "@/lib/dispatch/joining"
import { createTokens } from "@/lib/identity/auth/create-tokens"
import { refreshTokens } from "@/lib/identity/auth/refresh-tokens"
import { signIn } from "@/lib/identity/auth/sign-in"
import { findActor } from "@/lib/identity/sessions/find-actor"
import { getPendingEnrolment } from "@/lib/identity/two-factor/get-pending-enrolment"
import { startTwoFactor } from "@/lib/identity/two-factor/start-two-factor"
import type { Actor } from "@/lib/model/actor"
import { NO_ACCOUNT } from "@/lib/model/mail-job"
import { getRequest } from "@/lib/requests/get-request"
import { forgetJobs } from "@/lib/testing/jobs"
import { lettersTo, tokenOf } from "@/lib/testing/links"
import { emailOf, emptyDatabase, makeActor, PASSWORD, requestToFile, someVisitor } from "@/lib/testing/people"
import { enrol } from "@/lib/testing/two-factor"
import { changePassword } from "./change-password"
import { checkReset } from "./check-reset"
import { hashPassword } from "./hash-password"
import { requestReset } from "./request-reset"

const NEW = "seven green umbrellas"
const dead = { code: "invalid", fields: undefined }

let actor: Actor

beforeEach(async () => {
  await emptyDatabase()
  actor = await makeActor("customer")
})

const tokenToReset = () => tokenOf(actor.id, "reset_password")
const reset = async (token: string, newPassword = NEW) => resetPassword(someVisitor, { token, newPassword })
const accountOf = async ({ id }: Actor) => one(await db.select().from(accounts).where(eq(accounts.id, id)))

test("known, unknown, disabled and deleted: one answer and one letter each, and only one reaches anybody", async () => {
  const disabled = await makeActor("staff", { state: "disabled" })
  const deleted = await makeActor("customer", { state: "deleted" })
  const nobodys = (await lettersTo(NO_ACCOUNT)).length
  const emails = [emailOf(actor).toUpperCase(), "nobody@example.test", emailOf(disabled), emailOf(deleted)]
  const answers = await Promise.all(emails.map((email) => requestReset(someVisitor, { email })))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(await lettersTo(actor.id)).toEqual(["reset_password"])
  expect(await lettersTo(NO_ACCOUNT)).toHaveLength(nobodys + 3)
  expect([...(await lettersTo(disabled.id)), ...(await lettersTo(deleted.id))]).toEqual([])
})

test("asking is throttled for a network and for an email address, known or not, and keeps neither address", async () => {
  await forgetJobs()
  for (const email of [emailOf(actor), "nobody@example.test"]) {
    const tries = Array.from({ length: 7 }, (_, i) =>
      requestReset({ ...someVisitor, address: `192.0.2.${i}` }, { email }),
    )
    // Whoever asked before others used up the limit has a link, and beyond it the answer is the same.
    expect(new Set((await Promise.all(tries)).map(({ message }) => message)).size).toBe(1)
  }
  expect(await lettersTo(actor.id)).toEqual(Array(5).fill("reset_password"))
  const many = Array.from({ length: 21 }, (_, i) => requestReset(someVisitor, { email: `n${i}@example.test` }))
  expect((await Promise.allSettled(many)).filter(({ status }) => status === "rejected")).toHaveLength(1)
  expect(JSON.stringify(await db.select().from(throttles))).not.toMatch(/example|@/)
})

test("a new password signs out everywhere, tokens included, and is told to the owner and the audit log", async () => {
  await signIn(someVisitor, { email: emailOf(actor), password: PASSWORD })
  const tokens = await createTokens(someVisitor, { email: emailOf(actor), password: PASSWORD })
  await reset(await tokenToReset())
  expect(await findActor(actor.sessionId, someVisitor)).toBeUndefined()
  await expect(refreshTokens(someVisitor, tokens)).rejects.toMatchObject({ code: "unauthenticated" })
  const old = signIn(someVisitor, { email: emailOf(actor), password: PASSWORD })
  await expect(old).rejects.toMatchObject({ code: "unauthenticated" })
  await signIn(someVisitor, { email: emailOf(actor), password: NEW })
  expect(await lettersTo(actor.id)).toEqual(["password_changed"])
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, actor.id))
  expect(entries.map(({ action }) => action)).toContain("account.password_reset")
})

test("the link has shown whose the address is: what waited for that is given to somebody", async () => {
  const worker = await makeActor("staff")
  actor = await makeActor("customer", { verified: false })
  const { id } = await fileRequest(actor, requestToFile())
  await reset(await tokenToReset())
  expect((await accountOf(actor)).emailVerifiedAt).toBeInstanceOf(Date)
  expect(await getRequest(worker, { id })).toMatchObject({ assignee: { id: worker.id } })
})

test("a link works once, also when it is used five times at once", async () => {
  const token = await tokenToReset()
  const race = await Promise.allSettled(Array.from({ length: 5 }, (_, i) => reset(token, `${NEW} ${i}`)))
  expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  await expect(reset(token)).rejects.toMatchObject(dead)
  expect(await lettersTo(actor.id)).toEqual(["password_changed"])
})

test("a link lives on when others ask for more, and all die with a password that was changed or reset", async () => {
  const [older, other] = [await tokenToReset(), await tokenToReset()]
  await reset(older)
  await expect(reset(other)).rejects.toMatchObject(dead)
  await db
    .update(accounts)
    .set({ passwordHash: await hashPassword(PASSWORD) })
    .where(eq(accounts.id, actor.id))
  const newer = await tokenToReset()
  expect(await checkReset(someVisitor, { token: newer })).toEqual({ good: true, email: emailOf(actor), invited: false })
  await changePassword(actor, { currentPassword: PASSWORD, newPassword: "another long one" })
  expect(await checkReset(someVisitor, { token: newer })).toEqual({ good: false, email: null, invited: false })
  await expect(reset(newer)).rejects.toMatchObject(dead)
})

test("a link lasts 30 minutes, is kept as a hash, and is no other kind of link", async () => {
  const token = await tokenToReset()
  const [kept] = await db.select().from(mailedLinks)
  expect(JSON.stringify(kept)).not.toContain(token)
  const minutes = ((kept?.expiresAt.getTime() ?? 0) - Date.now()) / 60_000
  expect(minutes).toBeGreaterThan(29)
  expect(minutes).toBeLessThanOrEqual(30)
  await expect(reset(await tokenOf(actor.id, "verify_email"))).rejects.toMatchObject(dead)
  await db.update(mailedLinks).set({ expiresAt: new Date(Date.now() - 1) })
  await expect(reset(token)).rejects.toMatchObject(dead)
})

test("a password that is refused uses nothing up", async () => {
  const token = await tokenToReset()
  for (const password of ["Password123", emailOf(actor)])
    await expect(reset(token, password)).rejects.toMatchObject({ fields: { newPassword: expect.any(String) } })
  await reset(token)
})

test("the link of somebody who was disabled meanwhile opens nothing", async () => {
  const token = await tokenToReset()
  await db.update(accounts).set({ state: "disabled" }).where(eq(accounts.id, actor.id))
  await expect(reset(token)).rejects.toMatchObject(dead)
})

test("a changed password is told to its owner and the audit log, and follows the same rules", async () => {
  const change = (newPassword: string) => changePassword(actor, { currentPassword: PASSWORD, newPassword })
  await expect(change("Qwertyuiop")).rejects.toMatchObject({ fields: { newPassword: expect.any(String) } })
  await change(NEW)
  expect(await lettersTo(actor.id)).toEqual(["password_changed"])
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, actor.id))
  expect(entries.map(({ action }) => action)).toContain("account.password_changed")
})

test("a second factor of whoever registered a stranger's address goes with the first proof of the mailbox, and later stays", async () => {
  const squatter = await makeActor("customer", { verified: false })
  await enrol(squatter)
  await reset(await tokenOf(squatter.id, "reset_password"))
  await createTokens(someVisitor, { email: emailOf(squatter), password: NEW })

  await enrol(actor)
  await reset(await tokenToReset())
  const withoutCode = createTokens(someVisitor, { email: emailOf(actor), password: NEW })
  await expect(withoutCode).rejects.toMatchObject({ code: "second_factor_required" })
})

test("a second factor that was begun before a new password is begun anew: its secret may be known", async () => {
  await startTwoFactor(actor, { currentPassword: PASSWORD })
  await reset(await tokenToReset())
  expect(await getPendingEnrolment(actor)).toBeUndefined()
  await startTwoFactor(actor, { currentPassword: NEW })
  await changePassword(actor, { currentPassword: NEW, newPassword: "eight green umbrellas" })
  expect(await getPendingEnrolment(actor)).toBeUndefined()
})
