import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { keptForms } from "@/db/schema/sessions"
import { endSessions } from "@/lib/identity/sessions/end-sessions"
import type { Actor } from "@/lib/model/actor"
import { applyRetention } from "@/lib/oversight/privacy/apply-retention"
import { deleteAccount } from "@/lib/oversight/privacy/delete-account"
import { COMMAND_LINE } from "@/lib/platform/audit/audit"
import { emptyDatabase, makeActor, PASSWORD } from "@/lib/testing/people"
import { findKeptForm, forgetKeptForm } from "./find-kept-form"
import { keepForm } from "./keep-form"

const PATH = "/profile/edit"
const TYPED = { path: PATH, form: "", values: { name: "Typed before the end", "skills[]": ["a", "b"] } }

let actor: Actor

beforeEach(async () => {
  await emptyDatabase()
  actor = await makeActor("customer")
  await endSessions(actor, { current: true })
})

const keep = (form = TYPED) => keepForm(actor.sessionId, form)

test("what was typed when a session had ended is found by its person, in that browser and on that page alone", async () => {
  const id = (await keep()) ?? ""
  expect(await findKeptForm(actor, id, PATH)).toEqual(TYPED)
  expect(await findKeptForm(actor, id, "/profile/password")).toBeUndefined()
  expect(await findKeptForm(await makeActor("customer"), id, PATH)).toBeUndefined()
  for (const other of [crypto.randomUUID(), "", "no id"]) expect(await findKeptForm(actor, other, PATH)).toBeUndefined()
  expect(JSON.stringify(await db.select().from(keptForms))).not.toContain("Typed before")
})

test("it is forgotten once it was saved, by nobody else, and after twelve hours", async () => {
  const id = (await keep()) ?? ""
  expect(await forgetKeptForm(await makeActor("customer"), id, PATH)).toBe(false)
  expect(await forgetKeptForm(actor, id, PATH)).toBe(true)
  expect(await findKeptForm(actor, id, PATH)).toBeUndefined()
  const late = (await keep()) ?? ""
  await db.update(keptForms).set({ expiresAt: new Date(Date.now() - 1000) })
  expect(await findKeptForm(actor, late, PATH)).toBeUndefined()
  await applyRetention({ dry: false, author: COMMAND_LINE })
  expect(await db.select().from(keptForms)).toEqual([])
})

test("nothing is kept of a session that is none, of what is too large, or without end", async () => {
  expect(await keepForm(crypto.randomUUID(), TYPED)).toBeUndefined()
  expect(await keep({ ...TYPED, values: { ...TYPED.values, name: "x".repeat(200_000) } })).toBeUndefined()
  const all = await Promise.all(Array.from({ length: 35 }, () => keep()))
  expect(all.filter((id) => id === undefined)).toHaveLength(5)
})

test("nothing is left of a deleted account, and nothing is added to it", async () => {
  await keep()
  await deleteAccount(actor, { currentPassword: PASSWORD })
  expect(await db.select().from(keptForms)).toEqual([])
  expect(await keep()).toBeUndefined()
})
