import { and, eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { statementCount } from "@/db/pools"
import { auditEntries } from "@/db/schema/records"
import { sessions } from "@/db/schema/sessions"
import type { Actor } from "@/lib/model/actor"
import { makeActor, someVisitor } from "@/lib/testing/people"
import { endSession } from "./end-session"
import { endSessions } from "./end-sessions"
import { findActor } from "./find-actor"
import { listSessions } from "./list-sessions"
import { signOut } from "./sign-out"
import { startSession } from "./start-session"

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"
const ALL = { limit: 100 }

let here: Actor
let phone: string
beforeEach(async () => {
  here = await makeActor("customer")
  const from = { address: "198.51.100.7", device: FIREFOX }
  phone = (await startSession({ id: here.id, role: "customer" }, "browser", from)).id
})

const isIn = async (sessionId: string) => (await findActor(sessionId, someVisitor)) !== undefined
const endingsOf = (sessionId: string) =>
  db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.action, "session.ended"), eq(auditEntries.subjectId, sessionId)))

test("each session is listed with device, address, start and last use, the newest first", async () => {
  await makeActor("customer")
  const when = { createdAt: expect.any(Date), lastUsedAt: expect.any(Date) }
  expect((await listSessions(here, ALL)).items).toEqual([
    { id: phone, kind: "browser", device: "Firefox on Linux", address: "198.51.100.7", current: false, ...when },
    { id: here.sessionId, kind: "api", device: "An app (API)", address: someVisitor.address, current: true, ...when },
  ])
})

test("the list goes on page by page", async () => {
  const first = await listSessions(here, { limit: 1 })
  expect(first).toMatchObject({ items: [{ id: phone }], next: phone })
  expect(await listSessions(here, { limit: 1, after: phone })).toMatchObject({ items: [{ current: true }], next: null })
})

test("what has ended, lapsed or grown too old is not listed", async () => {
  const long = new Date(0)
  for (const over of [{ endedAt: new Date() }, { lastUsedAt: long }, { createdAt: long }, { expiresAt: long }]) {
    const { id } = await startSession({ id: here.id, role: "customer" }, "browser", someVisitor)
    await db.update(sessions).set(over).where(eq(sessions.id, id))
  }
  expect((await listSessions(here, ALL)).items).toHaveLength(2)
})

test("signing out there ends that session only, and is written down once", async () => {
  await endSession(here, { id: phone })
  await endSession(here, { id: phone })
  expect([await isIn(phone), await isIn(here.sessionId)]).toEqual([false, true])
  expect(await endingsOf(phone)).toMatchObject([{ actorId: here.id, address: here.address }])
})

test("somebody else's session is not there, not even for an administrator", async () => {
  for (const other of [await makeActor("customer"), await makeActor("administrator")])
    await expect(endSession(other, { id: phone })).rejects.toMatchObject({ code: "not_found" })
  expect(await isIn(phone)).toBe(true)
})

test("signing out everywhere else leaves this session, and everybody else's", async () => {
  const other = await makeActor("customer")
  await endSessions(here, { current: false })
  expect([await isIn(phone), await isIn(here.sessionId), await isIn(other.sessionId)]).toEqual([false, true, true])
  expect(await endingsOf(phone)).toHaveLength(1)
  expect(await endingsOf(here.sessionId)).toEqual([])
})

test("signing out everywhere ends this session, too, and writes each down in one statement", async () => {
  const before = statementCount()
  await endSessions(here, { current: true })
  // Begin, the sessions, the log, commit.
  expect(statementCount() - before).toBe(4)
  expect([await isIn(phone), await isIn(here.sessionId)]).toEqual([false, false])
  for (const id of [phone, here.sessionId]) expect(await endingsOf(id)).toHaveLength(1)
})

test("signing out here is written down", async () => {
  await signOut(here)
  expect([await isIn(phone), await isIn(here.sessionId)]).toEqual([true, false])
  expect(await endingsOf(here.sessionId)).toMatchObject([{ actorId: here.id }])
})

test("a session that is ended from two places at once is written down once", async () => {
  await Promise.all([
    endSessions(here, { current: false }),
    endSession(here, { id: phone }),
    endSession(here, { id: phone }),
  ])
  expect(await endingsOf(phone)).toHaveLength(1)
})
