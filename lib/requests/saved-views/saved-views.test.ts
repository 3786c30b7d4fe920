import { beforeEach, expect, test } from "vitest"
import type { Actor } from "@/lib/model/actor"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor } from "@/lib/testing/people"
import { ViewFilter, ViewToSave } from "./contract"
import { deleteView } from "./delete-view"
import { editView } from "./edit-view"
import { listViews } from "./list-views"
import { saveView } from "./save-view"

let worker: Actor
let supervisor: Actor

beforeEach(async () => {
  await emptyDatabase()
  worker = await makeActor("staff")
  supervisor = await makeActor("supervisor")
})

const LEAKS = {
  name: "Leaks",
  filter: { category: "gas_leak", status: ["any"], without: ["age"] },
  shared: false,
} as const
const leaks = () => ({ ...LEAKS, filter: ViewFilter.parse(LEAKS.filter) })
const namesOf = async (actor: Actor) => (await listViews(actor)).items.map(({ name }) => name)

test("a view is its owner's: saved, renamed, changed and deleted, and nobody else sees it", async () => {
  const saved = await saveView(worker, leaks())
  expect(saved).toMatchObject({ ...LEAKS, owner: { id: worker.id }, editable: true, version: 1 })
  const { id } = saved
  const renamed = await editView(worker, { id, name: "Gas", filter: { q: "smell" }, version: 1 })
  expect(renamed).toMatchObject({ name: "Gas", filter: { q: "smell" }, shared: false, version: 2 })
  await expect(editView(worker, { id, name: "Late", version: 1 })).rejects.toMatchObject({ code: "conflict" })
  expect(await namesOf(supervisor)).toEqual([])
  for (const verb of [
    () => editView(supervisor, { id, name: "Mine", version: 2 }),
    () => deleteView(supervisor, { id }),
  ])
    await expect(verb()).rejects.toMatchObject({ code: "not_found" })
  await deleteView(worker, { id })
  expect(await namesOf(worker)).toEqual([])
})

test("supervisors share views, which everybody at the desk has and other supervisors look after", async () => {
  const { id } = await saveView(supervisor, { ...leaks(), shared: true })
  expect((await listViews(worker)).items).toMatchObject([{ id, shared: true, editable: false }])
  await expect(editView(worker, { id, name: "Mine", version: 1 })).rejects.toMatchObject({ code: "forbidden" })
  await expect(deleteView(worker, { id })).rejects.toMatchObject({ code: "forbidden" })
  const other = await makeActor("supervisor")
  expect(await editView(other, { id, shared: false, version: 1 })).toMatchObject({ shared: false, editable: false })
  expect(await namesOf(worker)).toEqual([])
  expect(await namesOf(supervisor)).toEqual(["Leaks"])
})

test("staff share none, and customers and keys have none", async () => {
  await expect(saveView(worker, { ...leaks(), shared: true })).rejects.toMatchObject({ code: "forbidden" })
  const { id } = await saveView(worker, leaks())
  await expect(editView(worker, { id, shared: true, version: 1 })).rejects.toMatchObject({ code: "forbidden" })
  for (const actor of [await makeActor("customer"), (await makeKey()) as Actor]) {
    await expect(listViews(actor)).rejects.toMatchObject({ code: "forbidden" })
    await expect(saveView(actor, leaks())).rejects.toMatchObject({ code: "forbidden" })
  }
})

test("nobody has more than 50, by name", async () => {
  for (let i = 50; i > 0; i--) await saveView(worker, { ...leaks(), name: `View ${100 + i}` })
  await expect(saveView(worker, leaks())).rejects.toMatchObject({ code: "conflict" })
  expect((await namesOf(worker)).slice(0, 2)).toEqual(["View 101", "View 102"])
})

test("two views of one person have two names, whoever renames one and however it is written", async () => {
  const taken = { code: "invalid", fields: { name: expect.stringContaining("already have a view with this name") } }
  await saveView(worker, leaks())
  await expect(saveView(worker, { ...leaks(), name: "leaks" })).rejects.toMatchObject(taken)
  const other = await saveView(worker, { ...leaks(), name: "Other" })
  await expect(editView(worker, { id: other.id, name: "LEAKS", version: 1 })).rejects.toMatchObject(taken)
  expect(await editView(worker, { id: other.id, name: "OTHER", version: 1 })).toMatchObject({ name: "OTHER" })
  expect(await saveView(supervisor, leaks())).toMatchObject({ name: "Leaks" })
  const both = await Promise.allSettled([1, 2].map(() => saveView(supervisor, { ...leaks(), name: "At once" })))
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
})

test("a view from a later day to an earlier one is refused by the field", () => {
  const saved = ViewToSave.safeParse({ name: "No days", filter: { from: "2026-02-01", to: "2026-01-01" } })
  expect(saved.error?.issues).toMatchObject([{ path: ["filter", "to"] }])
  expect(ViewToSave.safeParse({ name: "A day", filter: { from: "2026-02-01", to: "2026-02-01" } }).success).toBe(true)
})
