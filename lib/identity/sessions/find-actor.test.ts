import { and, eq, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { auditEntries } from "@/db/schema/records"
import { sessions } from "@/db/schema/sessions"
import { createTokens } from "@/lib/identity/auth/create-tokens"
import { refreshTokens } from "@/lib/identity/auth/refresh-tokens"
import { sealSessionCookie } from "@/lib/identity/auth/session-cookie"
import { signIn } from "@/lib/identity/auth/sign-in"
import { issueTokens } from "@/lib/identity/auth/tokens"
import type { Actor } from "@/lib/model/actor"
import type { AuditAction } from "@/lib/model/audit-action"
import { emailOf, makeActor, PASSWORD, someVisitor } from "@/lib/testing/people"
import { findActor } from "./find-actor"

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const ago = (ms: number) => new Date(Date.now() - ms)

const change = (id: string, values: Partial<typeof sessions.$inferInsert>) =>
  db.update(sessions).set(values).where(eq(sessions.id, id))
const row = async (id: string) => one(await db.select().from(sessions).where(eq(sessions.id, id)))
const isIn = async ({ sessionId }: { sessionId: string }) => (await findActor(sessionId, someVisitor)) !== undefined
const entriesOf = (action: AuditAction, subjectId: string) =>
  db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.action, action), eq(auditEntries.subjectId, subjectId)))
const refreshable = ({ sessionId }: Actor, rotation = 0) =>
  issueTokens({ sessionId, rotation }, new Date(Date.now() + HOUR))

test.each(["customer", "staff"] as const)("a %s who has been away for eight hours is signed out", async (role) => {
  const actor = await makeActor(role)
  await change(actor.sessionId, { lastUsedAt: ago(8 * HOUR - MINUTE) })
  expect(await isIn(actor)).toBe(true)
  await change(actor.sessionId, { lastUsedAt: ago(8 * HOUR + MINUTE) })
  expect(await isIn(actor)).toBe(false)
})

test("a program that has been away for eight hours cannot refresh, and is accused of nothing", async () => {
  const actor = await makeActor("customer")
  await change(actor.sessionId, { lastUsedAt: ago(8 * HOUR + MINUTE) })
  await expect(refreshTokens(someVisitor, await refreshable(actor))).rejects.toMatchObject({ code: "unauthenticated" })
  expect(await entriesOf("session.reused", actor.sessionId)).toEqual([])
})

test.each([
  ["customer", 30 * DAY],
  ["staff", 12 * HOUR],
  ["supervisor", 12 * HOUR],
  ["administrator", 12 * HOUR],
] as const)("a %s is signed out in the end, however busy", async (role, lifetime) => {
  const actor = await makeActor(role)
  const { createdAt, expiresAt } = await row(actor.sessionId)
  expect(Math.abs(expiresAt.getTime() - createdAt.getTime() - lifetime)).toBeLessThan(MINUTE)
  await change(actor.sessionId, { createdAt: ago(lifetime - MINUTE) })
  expect(await isIn(actor)).toBe(true)
  await change(actor.sessionId, { createdAt: ago(lifetime + MINUTE) })
  expect(await isIn(actor)).toBe(false)
})

test("a customer who is made staff does not keep a customer's month", async () => {
  const actor = await makeActor("customer")
  await change(actor.sessionId, { createdAt: ago(13 * HOUR) })
  const tokens = await refreshable(actor)
  expect(await isIn(actor)).toBe(true)
  await db.update(accounts).set({ role: "staff" }).where(eq(accounts.id, actor.id))
  expect(await isIn(actor)).toBe(false)
  await expect(refreshTokens(someVisitor, tokens)).rejects.toMatchObject({ code: "unauthenticated" })
})

test.each(["disabled", "deleted"] as const)("a %s account is in nowhere, and cannot sign in", async (state) => {
  const actor = await makeActor("customer")
  await db.update(accounts).set({ state }).where(eq(accounts.id, actor.id))
  expect(await isIn(actor)).toBe(false)
  await expect(refreshTokens(someVisitor, await refreshable(actor))).rejects.toMatchObject({ code: "unauthenticated" })
  const credentials = { email: emailOf(actor), password: PASSWORD }
  await expect(signIn(someVisitor, credentials)).rejects.toMatchObject({ code: "unauthenticated" })
})

test("last use is written down every five minutes, and not more often", async () => {
  const { sessionId } = await makeActor("customer")
  const recent = ago(4 * MINUTE)
  await change(sessionId, { lastUsedAt: recent })
  await findActor(sessionId, someVisitor)
  expect((await row(sessionId)).lastUsedAt).toEqual(recent)
  await change(sessionId, { lastUsedAt: ago(6 * MINUTE) })
  await findActor(sessionId, someVisitor)
  expect((await row(sessionId)).lastUsedAt.getTime()).toBeGreaterThan(recent.getTime())
})

test("signing in gives a new id and ends what this browser held, whoever put it there", async () => {
  const [planted, person] = [await makeActor("customer"), await makeActor("customer")]
  const { name, value } = await sealSessionCookie(planted.sessionId)
  const browser = { ...someVisitor, cookies: `theme=dark; ${name}=${value}` }
  const { sessionId } = await signIn(browser, { email: emailOf(person), password: PASSWORD })
  expect(sessionId).not.toBe(planted.sessionId)
  expect([await isIn(planted), await isIn({ sessionId }), await isIn(person)]).toEqual([false, true, true])
  expect(await entriesOf("session.ended", planted.sessionId)).toMatchObject([{ actorId: person.id }])
})

test("each sign-in is in the audit log with its kind and session", async () => {
  const actor = await makeActor("customer")
  const credentials = { email: emailOf(actor), password: PASSWORD }
  const { sessionId } = await signIn(someVisitor, credentials)
  await createTokens(someVisitor, credentials)
  expect(await entriesOf("account.signed_in", actor.id)).toMatchObject([
    { actorId: actor.id, address: someVisitor.address, data: { kind: "browser", sessionId } },
    { actorId: actor.id, address: someVisitor.address, data: { kind: "api", sessionId: expect.any(String) } },
  ])
})

test("a refresh token used a second time ends its session, and the audit log says so once", async () => {
  const actor = await makeActor("customer")
  const first = await refreshable(actor)
  const { refreshToken } = await refreshTokens(someVisitor, first)
  // Whoever asks again at once may have lost the answer; a minute later nobody has.
  await db.update(sessions).set({ rotatedAt: sql`now() - interval '11 seconds'` })
  for (const refused of [first, first, { refreshToken }])
    await expect(refreshTokens(someVisitor, refused)).rejects.toMatchObject({ code: "unauthenticated" })
  expect(await isIn(actor)).toBe(false)
  expect(await entriesOf("session.reused", actor.sessionId)).toMatchObject([
    { address: someVisitor.address, actorId: null, data: { accountId: actor.id } },
  ])
})

test("five programs that differ racing with one refresh token: one is served at most, and all are signed out", async () => {
  const actor = await makeActor("customer")
  const token = await refreshable(actor)
  const race = await Promise.allSettled(
    Array.from({ length: 5 }, (_, at) => refreshTokens({ ...someVisitor, device: `Program ${at}` }, token)),
  )
  expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  expect(await isIn(actor)).toBe(false)
})
