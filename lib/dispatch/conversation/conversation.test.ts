import { eq, isNull, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db, transaction } from "@/db/client"
import { mentions } from "@/db/schema/conversation"
import { emergencies } from "@/db/schema/dispatch"
import { settings } from "@/db/schema/records"
import { requestEvents } from "@/db/schema/requests"
import { attachToRequest } from "@/lib/dispatch/attach-to-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { confirmFixed } from "@/lib/dispatch/outcome/confirm-fixed"
import { reopenOwn } from "@/lib/dispatch/outcome/reopen-own"
import type { Actor } from "@/lib/model/actor"
import type { Status } from "@/lib/model/status"
import { eraseRequestsById } from "@/lib/oversight/privacy/erase-history"
import { listClocks } from "@/lib/oversight/service-levels/list-clocks"
import type { MessageToSend } from "@/lib/requests/conversation/contract"
import { listMentionable } from "@/lib/requests/conversation/mentionable"
import { readReopening } from "@/lib/requests/conversation/reopening"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { leaveNote } from "./leave-note"
import { sendMessage } from "./send-message"

let [customer, worker, supervisor] = [] as unknown as [Actor, Actor, Actor]
beforeEach(async () => {
  await emptyDatabase()
  await db.delete(settings)
  customer = await makeActor("customer", { name: "Amara Okafor" })
  worker = await makeActor("staff", { name: "Tom Fletcher" })
  supervisor = await makeActor("supervisor", { name: "Grace Lindqvist" })
})

const read = (id: string) => getRequest(supervisor, { id })
const timelineOf = async (actor: Actor, id: string) => (await listTimeline(actor, { id })).items
const say = (actor: Actor, id: string, text: string, more: Partial<MessageToSend> = {}) =>
  sendMessage(actor, { id, text, ...more })

async function requestIn(
  way: Status[],
  category: "meter_fault" | "gas_leak" = "meter_fault",
  hold = "customer" as const,
) {
  const { id } = await fileRequest(customer, requestToFile({ category }))
  for (const to of way)
    await moveRequest(worker, {
      ...{ id, to, version: (await read(id)).version, note: "As said." },
      ...(to === "on_hold" && { waitingFor: hold as "customer" | "utility" }),
    })
  return id
}

describe("a message", () => {
  test("of either side is read by both, and by nobody else", async () => {
    const id = await requestIn([])
    await say(customer, id, "The bell is broken.")
    const { entry, version } = await say(worker, id, "Thank you, I will knock.")
    expect(entry).toMatchObject({ kind: "messaged", data: { from: "staff" }, actor: { name: "Tom Fletcher" } })
    for (const reader of [customer, worker, supervisor])
      expect((await timelineOf(reader, id)).slice(-2)).toMatchObject([
        { data: { message: "The bell is broken.", from: "customer" }, actor: { name: "Amara Okafor" } },
        { ...entry, data: { message: "Thank you, I will knock.", from: "staff" } },
      ])
    expect(version).toBe((await read(id)).version)
    const [stranger, other] = [await makeActor("customer"), await makeActor("staff")]
    for (const actor of [stranger, other])
      await expect(say(actor, id, "Hello?")).rejects.toMatchObject({ code: "not_found" })
  })

  test("of a key is the customer's or that of staff, as its scopes say", async () => {
    const id = await requestIn([])
    const [theirs, ours] = [await makeKey({ scopes: ["requests:write"] }), await makeKey({ scopes: ["requests:work"] })]
    expect((await say(theirs, id, "Hello.")).entry.data).toMatchObject({ from: "customer" })
    expect((await say(ours, id, "Hello.")).entry.data).toMatchObject({ from: "staff" })
    await expect(say(theirs, id, "Hello.", { from: "staff" })).rejects.toMatchObject({ code: "forbidden" })
    await expect(say(ours, id, "Hello.", { from: "customer" })).rejects.toMatchObject({ code: "forbidden" })
    const reader = await makeKey({ scopes: ["requests:read"] })
    await expect(say(reader, id, "Hello.")).rejects.toMatchObject({ code: "forbidden" })
  })

  test("of staff is the first response, and one of the customer is not", async () => {
    const id = await requestIn([])
    const response = async () =>
      (await listClocks(supervisor, { id })).items.find(({ target }) => target === "first_response")?.metAt
    await say(customer, id, "Are you coming?")
    expect(await response()).toBeNull()
    await say(worker, id, "Yes, on Thursday.")
    expect(await response()).not.toBeNull()
  })

  test("takes along files of its own request, each once", async () => {
    const id = await requestIn([])
    const attach = async (to: string) =>
      (await attachToRequest(customer, { id: to }, (take) => take("bell.txt", text()))).items[0]?.id ?? ""
    const [file, foreign] = [await attach(id), await attach(await requestIn([]))]
    const { entry } = await say(customer, id, "This is the bell.", { attachments: [file] })
    expect((await read(id)).attachments).toMatchObject([{ id: file, messageId: entry.id }])
    const before = (await timelineOf(supervisor, id)).length
    for (const wrong of [foreign, file])
      await expect(say(customer, id, "And this.", { attachments: [wrong] })).rejects.toMatchObject({ code: "invalid" })
    expect(await timelineOf(supervisor, id)).toHaveLength(before)
  })

  test("and its move happen both or neither", async () => {
    const id = await requestIn(["in_progress"])
    const { version } = await read(id)
    const held = await say(worker, id, "Please send a photo.", { afterwards: "hold", version })
    expect(held).toMatchObject({ status: "on_hold", version: version + 1 })
    expect((await timelineOf(customer, id)).slice(-2)).toMatchObject([
      { kind: "messaged" },
      { kind: "moved", data: { to: "on_hold", waitingFor: "customer" } },
    ])
    const before = await timelineOf(supervisor, id)
    await expect(say(worker, id, "Done.", { afterwards: "hold", version: held.version })).rejects.toMatchObject({
      code: "conflict",
    })
    await expect(say(worker, id, "Done.", { afterwards: "resume", version })).rejects.toMatchObject({
      code: "conflict",
    })
    expect(await timelineOf(supervisor, id)).toEqual(before)
    const resumed = await say(worker, id, "Back at it.", { afterwards: "resume", version: held.version })
    expect(await say(worker, id, "It is fixed.", { afterwards: "resolve", version: resumed.version })).toMatchObject({
      status: "resolved",
    })
    await expect(say(customer, id, "No.", { afterwards: "resume", version: 1 })).rejects.toMatchObject({
      code: "forbidden",
    })
  })
})

describe("a message of the customer", () => {
  test.each(["meter_fault", "gas_leak"] as const)("resumes what is on hold for them (%s)", async (category) => {
    const id = await requestIn(["in_progress", "on_hold"], category)
    expect(await say(customer, id, "Here is what you asked for.")).toMatchObject({ status: "in_progress" })
    expect((await timelineOf(customer, id)).at(-1)).toMatchObject({
      kind: "moved",
      data: { from: "on_hold", to: "in_progress", because: "reply" },
    })
    const resolution = (await listClocks(supervisor, { id })).items.find(({ target }) => target === "resolution")
    expect(resolution?.state).toBe("running")
  })

  test("leaves what waits for us on hold", async () => {
    const id = await requestIn(["in_progress", "on_hold"], "meter_fault", "utility" as never)
    expect(await say(customer, id, "Any news?")).toMatchObject({ status: "on_hold" })
  })

  test.each(["meter_fault", "gas_leak"] as const)("about what is not fixed reopens it (%s)", async (category) => {
    const id = await requestIn(["in_progress", "resolved"], category)
    await expect(say(customer, id, "It is off again.")).rejects.toMatchObject({
      code: "invalid",
      fields: { notFixed: expect.stringContaining("Is it not fixed?") },
    })
    expect(await say(customer, id, "It is off again.", { notFixed: true })).toMatchObject({ status: "in_progress" })
    expect(
      (await timelineOf(customer, id)).filter(({ kind }) => ["moved", "messaged"].includes(kind)).slice(-2),
    ).toMatchObject([
      { kind: "moved", data: { from: "resolved", to: "in_progress", because: "reply" } },
      { kind: "messaged", data: { message: "It is off again." } },
    ])
    expect(await read(id)).toMatchObject({ assignee: { id: worker.id } })
  })

  test("who only says thank you leaves it resolved, unless they speak of a danger", async () => {
    const id = await requestIn(["in_progress", "resolved"])
    expect(await say(customer, id, "Thank you.", { notFixed: false })).toMatchObject({ status: "resolved" })
    const smell = "Thank you. But there is a strong smell of gas in the kitchen now."
    expect(await say(customer, id, smell, { notFixed: false })).toMatchObject({ status: "in_progress" })
    expect((await read(id)).danger).toMatchObject({ hazard: "gas", check: "open" })
  })

  test("comes too late after as many days as the settings say", async () => {
    const id = await requestIn(["in_progress", "resolved"])
    const age = (days: number) =>
      db
        .update(requestEvents)
        .set({ createdAt: sql`now() - make_interval(days => ${days})` })
        .where(eq(requestEvents.requestId, id))
    await age(13)
    expect(await readReopening(db, id)).toBeInstanceOf(Date)
    await age(15)
    expect(await readReopening(db, id)).toBeNull()
    for (const notFixed of [true, false])
      await expect(say(customer, id, "It is off again.", { notFixed })).rejects.toMatchObject({ code: "conflict" })
    await db.insert(settings).values({ name: "reopenDays", value: 30 })
    expect(await say(customer, id, "It is off again.", { notFixed: true })).toMatchObject({ status: "in_progress" })
  })

  test("is refused once the request has ended", async () => {
    const id = await requestIn(["in_progress", "resolved", "closed"])
    await expect(say(customer, id, "Hello?")).rejects.toMatchObject({ code: "conflict" })
  })
})

describe("a note", () => {
  test("is for staff, who may leave one wherever somebody has called", async () => {
    const id = await requestIn([])
    const other = await makeActor("staff", { name: "Priya Shah" })
    const { entry } = await leaveNote(other, { id, text: "She called: the bell is broken." })
    expect(entry).toMatchObject({ kind: "noted_internally", visibleToCustomer: false })
    for (const reader of [worker, supervisor]) expect((await timelineOf(reader, id)).at(-1)).toEqual(entry)
    expect((await timelineOf(customer, id)).map(({ kind }) => kind)).not.toContain("noted_internally")
    await expect(leaveNote(customer, { id, text: "Hello" })).rejects.toMatchObject({ code: "not_found" })
    const key = await makeKey({ scopes: ["requests:read", "notes:read"] })
    await expect(leaveNote(key, { id, text: "Hello" })).rejects.toMatchObject({ code: "forbidden" })
    await leaveNote(await makeKey({ scopes: ["notes:write"] }), { id, text: "From the call centre." })
    const { version } = await read(id)
    const move = { afterwards: "resolve", version } as const
    await expect(leaveNote(other, { id, text: "Done.", ...move })).rejects.toMatchObject({ code: "not_found" })
  })

  test("can never be written for the customer", async () => {
    const id = await requestIn([])
    const event = { requestId: id, kind: "noted_internally" as const, data: { note: "x" } }
    await expect(db.insert(requestEvents).values({ ...event, visibleToCustomer: true })).rejects.toThrow()
  })

  test("mentions colleagues who can see the request, once each", async () => {
    const id = await requestIn([])
    const other = await makeActor("staff", { name: "Priya Shah" })
    await makeActor("supervisor", { name: "Omar Haddad", state: "disabled" })
    await makeActor("staff", { name: "Marcus Bell" })
    const text = "@Tom Fletcher, @grace, @Priya Shah, @Omar Haddad, @Amara Okafor: look. @Grace Lindqvist? @marcus!"
    const { mentioned, unreached, entry } = await leaveNote(other, { id, text })
    expect(mentioned.map(({ name }) => name)).toEqual(["Tom Fletcher", "Grace Lindqvist"])
    expect(unreached.map(({ name }) => name)).toEqual(["Marcus Bell"])
    const kept = await db.select().from(mentions).where(eq(mentions.eventId, entry.id))
    expect(kept.map(({ accountId }) => accountId).sort()).toEqual([worker.id, supervisor.id].sort())
    const names = async (q: string) => (await listMentionable(other, { id, q })).items.map(({ name }) => name)
    expect(await names("")).toEqual(["Grace Lindqvist", "Tom Fletcher"])
    expect(await names("lind")).toEqual(["Grace Lindqvist"])
    expect(await names("%")).toEqual([])
  })
})

test("what a release before wrote is still the customer's or the staff's, as it says", async () => {
  const id = await requestIn([])
  await db.insert(requestEvents).values([
    { requestId: id, kind: "noted", data: { note: "From the customer." }, visibleToCustomer: true },
    { requestId: id, kind: "noted", data: { note: "From staff." }, visibleToCustomer: false },
  ])
  const notes = async (actor: Actor) =>
    (await timelineOf(actor, id)).flatMap(({ kind, data }) => (kind === "noted" ? [{ ...data }] : []))
  expect(await notes(customer)).toEqual([{ note: "From the customer." }])
  expect(await notes(worker)).toEqual([{ note: "From the customer." }, { note: "From staff." }])
})

async function* text() {
  yield Buffer.from("a bell")
}

describe("what is said once it is over", () => {
  test("of a danger there reopens a resolved emergency, whatever was answered, and puts it before whoever had it", async () => {
    const id = await requestIn(["in_progress", "resolved"], "gas_leak")
    await say(customer, id, "I smell gas again in the whole house.", { notFixed: false })
    expect(await read(id)).toMatchObject({ status: "in_progress" })
    expect(await db.$count(emergencies, isNull(emergencies.acknowledgedAt))).toBe(1)
  })

  test("about a resolved emergency, and tells of no danger, leaves it resolved and offered to nobody", async () => {
    const id = await requestIn(["in_progress", "resolved"], "gas_leak")
    await say(customer, id, "Thank you for coming so soon.", { notFixed: false })
    expect(await read(id)).toMatchObject({ status: "resolved" })
    expect(await db.$count(emergencies, isNull(emergencies.acknowledgedAt))).toBe(0)
  })

  test("is refused where the words of the request are erased, since nobody would erase these", async () => {
    const id = await requestIn(["in_progress", "resolved"])
    await transaction((tx) => eraseRequestsById(tx, [id]))
    const refused = { code: "conflict", message: "We no longer have the details of this request." }
    await expect(leaveNote(worker, { id, text: "She rang again." })).rejects.toMatchObject(refused)
    await expect(say(worker, id, "Hello.")).rejects.toMatchObject(refused)
    await expect(confirmFixed(customer, { id, rating: 5, comment: "Thank you." })).rejects.toMatchObject(refused)
    await expect(reopenOwn(customer, { id, reason: "It is off." })).rejects.toMatchObject(refused)
  })
})
