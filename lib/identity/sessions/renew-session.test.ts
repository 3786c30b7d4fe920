import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db, one } from "@/db/client"
import { auditEntries } from "@/db/schema/records"
import { sessions } from "@/db/schema/sessions"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor, someVisitor } from "@/lib/testing/people"
import { findActor } from "./find-actor"
import { renewSession } from "./renew-session"
import { startSession } from "./start-session"

let actor: Actor

beforeEach(async () => {
  await emptyDatabase()
  actor = await makeActor("customer")
  actor = { ...actor, sessionId: (await startSession(actor, "browser", someVisitor)).id }
})

const rowOf = async (id: string) => one(await db.select().from(sessions).where(eq(sessions.id, id)))

test("a renewed session has a new id and the end of the one before, which is over", async () => {
  const before = await rowOf(actor.sessionId)
  const renewed = (await renewSession(actor)) ?? ""
  expect(await findActor(actor.sessionId, someVisitor)).toBeUndefined()
  expect(await findActor(renewed, someVisitor)).toMatchObject({ id: actor.id, endsAt: before.expiresAt })
  const { createdAt, confirmedAt, expiresAt, kind } = before
  expect(await rowOf(renewed)).toMatchObject({ createdAt, confirmedAt, expiresAt, kind, endedAt: null })
  const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, actor.sessionId))
  expect(entry).toMatchObject({ action: "session.ended", data: { by: "renewal" } })
})

test("of two renewals at once one has the session, and one that is over is not renewed", async () => {
  const ids = await Promise.all([renewSession(actor), renewSession(actor)])
  expect(ids.filter(Boolean)).toHaveLength(1)
  expect(await renewSession(actor)).toBeUndefined()
})

test("a program keeps its session, which its tokens name", async () => {
  const program = await makeActor("customer")
  expect(await renewSession(program)).toBeUndefined()
  expect(await findActor(program.sessionId, someVisitor)).toBeDefined()
})
