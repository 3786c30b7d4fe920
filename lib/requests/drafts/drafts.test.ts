import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { attachments, drafts, requestDrafts } from "@/db/schema/requests"
import { fileDraft } from "@/lib/dispatch/file-draft"
import type { Actor } from "@/lib/model/actor"
import { makeDraft } from "@/lib/testing/drafts"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { beginDraft, MAX_UNFINISHED } from "./begin-draft"
import { discardDraft } from "./discard-draft"
import { getDraft } from "./get-draft"
import { listDrafts } from "./list-drafts"
import { drafting } from "./operations"
import { keepTyped, saveStep } from "./save-step"

let customer: Actor
beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
})

const saveDetails = saveStep("details")
const details = (title: string) => ({ title, description: "It is too high.", contactPreference: "email" as const })
// As the page has them.
const titles = async () =>
  drafting.list.output.parse(await listDrafts(customer)).items.map(({ answers }) => answers.title)

describe("several drafts", () => {
  test("are kept apart, and listed with the last changed first", async () => {
    const [one, two] = [await makeDraft(customer), await makeDraft(customer)]
    await saveDetails(customer, { ...one, ...details("The first") })
    await saveDetails(customer, { ...two, ...details("The second") })
    expect(await titles()).toEqual(["The second", "The first"])
    await discardDraft(customer, two)
    expect(await titles()).toEqual(["The first"])
    expect(await getDraft(customer, two)).toBeNull()
  })

  test("are their customer's alone", async () => {
    const draft = await makeDraft(customer, { category: "billing" })
    const other = await makeActor("customer")
    expect(await getDraft(other, draft)).toBeNull()
    expect((await listDrafts(other)).items).toEqual([])
    await expect(saveDetails(other, { ...draft, ...details("Not theirs") })).rejects.toMatchObject({
      code: "not_found",
    })
    await discardDraft(other, draft)
    expect(await fileDraft(other, draft)).toBeNull()
    expect(await getDraft(customer, draft)).toMatchObject({ answers: { category: "billing" } })
  })

  test("are at most twenty, where one that holds nothing makes room and an emergency is never refused", async () => {
    const empty = await makeDraft(customer, { safetyCheck: "none" })
    for (let i = 1; i < MAX_UNFINISHED; i++) await makeDraft(customer, { category: "billing" })
    await makeDraft(customer, { category: "billing" })
    expect(await getDraft(customer, empty)).toBeNull()
    await expect(beginDraft(customer, { safetyCheck: "none" })).rejects.toMatchObject({
      code: "conflict",
      message: "You have 20 unfinished requests. Send or discard one of them, then begin a new one.",
    })
    await beginDraft(customer, { safetyCheck: "gas_smell" })
  })

  test("hold the one that the release before has written, with its files, once its customer looks", async () => {
    await db
      .insert(requestDrafts)
      .values({ customerId: customer.id, answers: { category: "billing", title: "Old words" } })
    const file = { name: "a.txt", mediaType: "text/plain", bytes: 1, uploadedBy: customer.id, draftId: customer.id }
    await db.insert(attachments).values(file)
    const looks = await Promise.all([listDrafts(customer), listDrafts(customer)])
    expect(looks.some(({ items }) => items.length === 1)).toBe(true)
    expect(await titles()).toEqual(["Old words"])
    const [{ id } = { id: "" }] = (await listDrafts(customer)).items
    expect(await getDraft(customer, { draft: id })).toMatchObject({ attachments: [{ name: "a.txt" }] })
    expect(await db.select().from(requestDrafts)).toEqual([])
  })
})

describe("two windows with one draft", () => {
  test("do not overwrite each other: the later is told, and what it saw is kept", async () => {
    const draft = await makeDraft(customer)
    await saveDetails(customer, { ...draft, version: 1, ...details("Of the first window") })
    const late = saveDetails(customer, { ...draft, version: 1, ...details("Of the second window") })
    await expect(late).rejects.toMatchObject({ code: "conflict" })
    expect(await titles()).toEqual(["Of the first window"])
    await saveDetails(customer, { ...draft, version: 2, ...details("Of the second window") })
    expect(await titles()).toEqual(["Of the second window"])
  })

  test("are told of each other, and not of themselves", async () => {
    const seen = { ...(await makeDraft(customer)), version: 1 }
    await saveDetails(customer, { ...seen, window: "a", ...details("First") })
    await saveDetails(customer, { ...seen, window: "a", ...details("Second thoughts") })
    const late = saveDetails(customer, { ...seen, window: "b", ...details("Of another") })
    await expect(late).rejects.toMatchObject({ code: "conflict" })
    expect(await titles()).toEqual(["Second thoughts"])
  })

  test("may write different pages, and the same words twice", async () => {
    const draft = await makeDraft(customer)
    await saveDetails(customer, { ...draft, version: 1, ...details("The same") })
    await saveStep("premises")(customer, { ...draft, version: 1, premises: requestToFile().premises })
    await saveDetails(customer, { ...draft, version: 1, ...details("The same") })
    expect(await titles()).toEqual(["The same"])
  })

  test("are led to the one request that it has become", async () => {
    const draft = await makeDraft(customer, requestToFile())
    const filed = await fileDraft(customer, { ...draft, version: 1 })
    expect(await fileDraft(customer, { ...draft, version: 1 })).toMatchObject({ id: filed?.id })
    expect(await getDraft(customer, draft)).toMatchObject({ filedAs: filed?.id })
    expect((await listDrafts(customer)).items).toEqual([])
    await expect(saveDetails(customer, { ...draft, ...details("Too late") })).rejects.toMatchObject({
      code: "not_found",
    })
  })

  test("send nothing that was not seen", async () => {
    const draft = await makeDraft(customer, requestToFile())
    await saveDetails(customer, { ...draft, ...details("Changed meanwhile") })
    await expect(fileDraft(customer, { ...draft, version: 1 })).rejects.toMatchObject({ code: "conflict" })
    expect(await fileDraft(customer, { ...draft, version: 2 })).toMatchObject({ title: "Changed meanwhile" })
  })
})

describe("what is typed", () => {
  const typed = { title: "Hm", description: "", "premises.town": "Le" }

  test("is kept as it stands, valid or not, until its page is saved", async () => {
    const draft = await makeDraft(customer)
    expect(await keepTyped(customer, { ...draft, version: 1, step: "details", typed })).toEqual({ version: 2 })
    expect(await getDraft(customer, draft)).toMatchObject({ answers: {}, typed: { details: typed }, version: 2 })
    expect(await titles()).toEqual(["Hm"])
    await keepTyped(customer, { ...draft, version: 2, step: "details", typed: { title: "Hm".repeat(5000) } })
    expect(await titles()).toEqual(["Hm".repeat(60)])
    await saveDetails(customer, { ...draft, version: 3, ...details("A title of its own") })
    expect((await getDraft(customer, draft))?.typed).toEqual({})
  })

  test("is not written twice, and not over what another window wrote", async () => {
    const draft = await makeDraft(customer)
    const keep = (version: number, title: string) =>
      keepTyped(customer, { ...draft, version, step: "details", typed: { title } })
    expect(await keep(1, "One")).toEqual({ version: 2 })
    expect(await keep(2, "One ")).toEqual({ version: 2 })
    await expect(keep(1, "Other")).rejects.toMatchObject({ code: "conflict" })
    await expect(saveDetails(customer, { ...draft, version: 1, ...details("Other") })).rejects.toThrow("another window")
  })

  test("is not left out of what is sent", async () => {
    const draft = await makeDraft(customer, { safetyCheck: "none", ...requestToFile() })
    await keepTyped(customer, { ...draft, step: "details", typed: { title: "Another title" } })
    await expect(fileDraft(customer, draft)).rejects.toMatchObject({ code: "conflict" })
    const [row] = await db.select().from(drafts).where(eq(drafts.id, draft.draft))
    expect(row?.answers).toMatchObject({ title: requestToFile().title })
  })
})
