import { sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { GET, PUT } from "@/app/unsent/[id]/route"
import { db, transaction } from "@/db/client"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { unsentWords } from "@/db/schema/unsent"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { leaveNote } from "@/lib/dispatch/conversation/leave-note"
import { sendMessage } from "@/lib/dispatch/conversation/send-message"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import type { UnsentKind } from "@/lib/model/message"
import { applyRetention } from "@/lib/oversight/privacy/apply-retention"
import { eraseRequestsById } from "@/lib/oversight/privacy/erase-history"
import { COMMAND_LINE } from "@/lib/platform/audit/audit"
import { readRequest } from "@/lib/requests/get-request"
import { call } from "@/lib/testing/api"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { type UnsentSeen, WordsToKeep } from "./contract"
import { getUnsent } from "./get-unsent"
import { keepUnsent } from "./keep-unsent"

let [customer, worker, supervisor] = [] as unknown as [Actor, Actor, Actor]
let id: string
beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  worker = await makeActor("staff")
  supervisor = await makeActor("supervisor")
  id = (await fileRequest(customer, requestToFile())).id
})

let turns = 0
/** Types in a window that has seen nothing, unless said otherwise. */
const type = (actor: Actor, text: string, kind: UnsentKind = "message", seen: Partial<UnsentSeen> = {}) =>
  keepUnsent(actor, WordsToKeep.parse({ id, kind, text, version: 0, window: "one", turn: ++turns, ...seen }))
const textOf = async (actor: Actor, kind: UnsentKind = "message") => (await getUnsent(actor, { id }))[kind].text
const wordsInTable = async () => (await db.select({ text: unsentWords.text }).from(unsentWords)).map((it) => it.text)

describe("what is half written", () => {
  test("is its author's alone, a reply and a note apart", async () => {
    await type(customer, "The bell is")
    await type(worker, "We come on", "message")
    await type(worker, "She sounded", "note")
    expect(await getUnsent(worker, { id })).toMatchObject({
      message: { text: "We come on" },
      note: { text: "She sounded" },
    })
    expect(await getUnsent(customer, { id })).toMatchObject({ message: { text: "The bell is" }, note: { text: "" } })
    expect(await getUnsent(supervisor, { id })).toEqual({
      message: { text: "", version: 0 },
      note: { text: "", version: 0 },
    })
  })

  test("is kept and told to nobody who may not write there", async () => {
    const stranger = await makeActor("customer")
    for (const kind of ["message", "note"] as const)
      await expect(type(stranger, "Hello", kind)).rejects.toMatchObject({ code: "not_found" })
    await expect(getUnsent(stranger, { id })).rejects.toMatchObject({ code: "not_found" })
    await expect(type(customer, "For staff", "note")).rejects.toMatchObject({ code: "not_found" })
    const colleague = await makeActor("staff")
    await expect(type(colleague, "Hello")).rejects.toMatchObject({ code: "not_found" })
    const key = await makeKey()
    const body = { kind: "message", text: "Hello", version: 0, window: "one", turn: 1 }
    expect((await call(PUT, "PUT", { actor: key, params: { id }, body })).status).toBe(403)
    expect((await call(GET, "GET", { actor: key, params: { id } })).status).toBe(403)
    expect(await wordsInTable()).toEqual([])
    // Whoever answers the phone may leave a note on any request.
    await type(colleague, "He called", "note")
    expect(await textOf(colleague, "note")).toBe("He called")
  })

  test("is not shown any more to whom the request was taken from, and again once it is theirs", async () => {
    await type(worker, "We come on")
    const colleague = await makeActor("staff")
    const give = async (to: Actor) => {
      const { version } = await readRequest(id)
      await assignRequest(supervisor, { id, assigneeId: to.id, version })
    }
    await give(colleague)
    expect(await textOf(worker)).toBe("")
    expect(await textOf(colleague)).toBe("")
    await give(worker)
    expect(await textOf(worker)).toBe("We come on")
  })

  test("changes neither the request nor its history", async () => {
    const before = [await readRequest(id), await db.$count(requestEvents)]
    await type(worker, "We come on")
    await type(worker, "")
    expect([await readRequest(id), await db.$count(requestEvents)]).toEqual(before)
  })
})

describe("two windows", () => {
  test("do not write over each other's words, but over those that they have seen", async () => {
    const { version } = await type(worker, "Of the first")
    await expect(type(worker, "Of the second", "message", { window: "two" })).rejects.toMatchObject({
      code: "conflict",
    })
    expect(await textOf(worker)).toBe("Of the first")
    const later = await type(worker, "Of the first, and of the second", "message", { window: "two", version })
    expect(later.version).toBeGreaterThan(version)
    await expect(type(worker, "Of the first again")).rejects.toMatchObject({ code: "conflict" })
    expect(await textOf(worker)).toBe("Of the first, and of the second")
  })

  test("may write the same", async () => {
    await type(worker, "The same")
    await type(worker, "The same", "message", { window: "two" })
    expect(await textOf(worker)).toBe("The same")
  })
})

test("of one window the last words hold, whatever arrives last", async () => {
  const [early, late] = [++turns, ++turns]
  const { version } = await type(worker, "We come on Monday", "message", { turn: late })
  expect(await type(worker, "We come", "message", { turn: early })).toEqual({ version })
  expect(await textOf(worker)).toBe("We come on Monday")
})

describe("words that are sent", () => {
  const sendIn = (actor: Actor, text: string, seen: Partial<UnsentSeen>) =>
    sendMessage(actor, { id, text, unsent: { version: 0, ...seen } })

  test("are kept no longer, and do not come back with what was on its way", async () => {
    const early = ++turns
    await type(customer, "The bell is broken")
    await sendIn(customer, "The bell is broken.", { window: "one", turn: ++turns })
    expect(await wordsInTable()).toEqual([""])
    await type(customer, "The bell is", "message", { turn: early })
    expect(await textOf(customer)).toBe("")
    await type(customer, "And another thing")
    expect(await textOf(customer)).toBe("And another thing")
  })

  test("do not come back where they were sent before any of them had arrived", async () => {
    const early = ++turns
    await sendIn(worker, "We come on Monday.", { window: "one", turn: ++turns })
    await type(worker, "We come on", "message", { turn: early })
    expect(await textOf(worker)).toBe("")
  })

  test("are kept no longer where a page without scripts had shown them, and where they are sent elsewhere", async () => {
    const { version } = await type(customer, "The bell is")
    await sendIn(customer, "The bell is broken.", { version })
    expect(await textOf(customer)).toBe("")
    await type(customer, "Please knock.")
    await sendMessage(customer, { id, text: "Please knock." })
    expect(await textOf(customer)).toBe("")
  })

  test("leave those that another window has begun", async () => {
    await type(worker, "Of the first")
    await sendIn(worker, "Of the second.", { window: "two", turn: ++turns })
    expect(await textOf(worker)).toBe("Of the first")
  })

  test("leave what is half written to others, and of the other kind", async () => {
    await type(worker, "Not yet", "note")
    await type(supervisor, "Nor this", "message")
    await type(worker, "Hello")
    await sendIn(worker, "Hello.", { window: "one", turn: ++turns })
    expect(await textOf(worker)).toBe("")
    expect(await textOf(worker, "note")).toBe("Not yet")
    expect(await textOf(supervisor)).toBe("Nor this")
    await leaveNote(worker, { id, text: "Now", unsent: { version: 0, window: "one", turn: ++turns } })
    expect(await textOf(worker, "note")).toBe("")
  })

  test("stay kept when sending them fails with the change of status that goes with them", async () => {
    await type(worker, "It is fixed.")
    const sent = { id, text: "It is fixed.", afterwards: "resolve" as const, version: 99 }
    const unsent = { version: 0, window: "one", turn: ++turns }
    await expect(sendMessage(worker, { ...sent, unsent })).rejects.toMatchObject({ code: "conflict" })
    expect(await textOf(worker)).toBe("It is fixed.")
    const { version } = await moveRequest(worker, { id, to: "in_progress", version: (await readRequest(id)).version })
    await sendMessage(worker, { id, text: "On its way.", afterwards: "hold", version, unsent })
    expect(await textOf(worker)).toBe("")
  })
})

describe("nothing is kept of words", () => {
  test("that were taken out again", async () => {
    await type(customer, "The bell is")
    await type(customer, "  \n ")
    expect(await wordsInTable()).toEqual([""])
  })

  test("about a request that is deleted or erased", async () => {
    await type(customer, "The bell is")
    await type(worker, "We come on")
    await transaction((tx) => eraseRequestsById(tx, [id]))
    expect(await wordsInTable()).toEqual([])
    await type(worker, "We come on")
    await deleteRequest(customer, { id })
    expect(await wordsInTable()).toEqual([])
    await expect(type(worker, "We come on")).rejects.toMatchObject({ code: "not_found" })
  })

  test("that nobody has touched for thirty days", async () => {
    await type(customer, "The bell is")
    await type(worker, "We come on")
    await db.execute(sql`update ${unsentWords} set updated_at = now() - interval '29 days'`)
    await applyRetention({ dry: false, author: COMMAND_LINE })
    expect(await db.$count(unsentWords)).toBe(2)
    await db.execute(
      sql`update ${unsentWords} set updated_at = now() - interval '31 days' where account_id = ${customer.id}`,
    )
    await applyRetention({ dry: false, author: COMMAND_LINE })
    expect(await wordsInTable()).toEqual(["We come on"])
    expect(await db.$count(serviceRequests)).toBe(1)
  })
})

test("a window and a colleague that save and send at the same moment do not wait for each other for ever", async () => {
  const sends = Array.from({ length: 8 }, (_, at) =>
    sendMessage(worker, { id, text: `Message ${at}`, unsent: { version: 0, window: `w${at}`, turn: ++turns } }),
  )
  const types = Array.from({ length: 8 }, (_, at) =>
    type(worker, `Message ${at}`, "message", { window: `w${at}` }).catch((thrown) => thrown.code),
  )
  await Promise.all([...sends, ...types])
  expect(await db.$count(requestEvents, sql`kind = 'messaged'`)).toBe(8)
})
