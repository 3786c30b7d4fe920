import { isDeepStrictEqual } from "node:util"
import { and, asc, eq, gt, max, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db, one } from "@/db/client"
import { auditEntries, settings } from "@/db/schema/records"
import { requestEvents } from "@/db/schema/requests"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { decideDangerCheck } from "@/lib/dispatch/danger-checks/decide-danger-check"
import { fileDraft } from "@/lib/dispatch/file-draft"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { type Actor, authorOf } from "@/lib/model/actor"
import { EVENT_FIELDS, EVENT_KINDS, type EventKind, type Handling, isForCustomers, keptFields } from "@/lib/model/event"
import type { Status } from "@/lib/model/status"
import { COMMAND_LINE } from "@/lib/platform/audit/audit"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { getRequest } from "@/lib/requests/get-request"
import { log } from "@/lib/runtime/log"
import { makeDraft } from "@/lib/testing/drafts"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, PASSWORD, premises, requestToFile } from "@/lib/testing/people"
import { tracesOf } from "@/lib/testing/traces"
import { applyRetention } from "./apply-retention"
import { deleteAccount } from "./delete-account"
import { DEFAULT_RETENTION } from "./retention-settings"

/** Whatever somebody writes holds this, so that a trace of it is found wherever it is. */
const MARK = "Zaphod"

let customer: Actor
let worker: Actor
let supervisor: Actor
let key: Actor
beforeEach(async () => {
  log.level = "silent"
  await emptyDatabase()
  await db.delete(settings)
  customer = await makeActor("customer")
  worker = await makeActor("staff")
  supervisor = await makeActor("supervisor")
  key = await makeKey()
})

const WORDS = {
  title: `${MARK}'s bill`,
  description: `There is a smell of ${MARK}'s gas in the hall`,
  premises: { ...premises, line1: `${MARK} House`, line2: `${MARK} Floor` },
}
const toFile = () => requestToFile({ category: "billing", happeningNow: false, ...WORDS })

async function* content() {
  yield Buffer.from("reading")
}

const deleteTheAccount = () => deleteAccount(customer, { currentPassword: PASSWORD })

/** Years later the words of closed requests are no longer kept. */
async function emptyWhatIsClosed() {
  const long = sql`now() - interval '25 months'`
  await db.execute(sql`update service_requests set created_at = ${long}, updated_at = ${long}`)
  await db.insert(settings).values({ name: "retention", value: { ...DEFAULT_RETENTION, closedRequestMonths: 24 } })
  await applyRetention({ dry: false, author: COMMAND_LINE })
}

const ERASURES = [
  ["the account is deleted", deleteTheAccount],
  ["the closed request is no longer kept", emptyWhatIsClosed],
] as const

async function fileByPages() {
  return fileDraft(customer, await makeDraft(customer, toFile()))
}

async function move(actor: Actor, id: string, way: Status[], note?: string): Promise<void> {
  for (const to of way) {
    const { version } = await getRequest(supervisor, { id })
    await moveRequest(actor, { id, to, version, ...(note && { note }) })
  }
}

const handlingsOf = (kind: EventKind) => Object.entries<Handling>(EVENT_FIELDS[kind])

/** Every field of an event, with the mark in those that somebody writes. */
const markedData = (kind: EventKind) =>
  Object.fromEntries(
    handlingsOf(kind).map(([field, handling]) => [field, typeof handling === "string" ? "a fact" : `${MARK} wrote`]),
  )

/** What no table names, as a later version or a mistake may leave it. */
const UNNAMED = { forgotten: MARK, list: [MARK], nested: { deep: [{ deeper: MARK }] } }

describe.each(ERASURES)("once %s,", (_, erase) => {
  test.each([
    ["customer", () => fileRequest(customer, toFile())],
    ["customer on pages", fileByPages],
    ["third party", () => fileRequest(key, { ...toFile(), customerId: customer.id })],
  ])("nothing is left of what the %s filed, nor of what anybody wrote to it", async (_who, file) => {
    const filed = await file()
    const id = filed?.id ?? ""
    expect(filed?.danger?.words).toContain(MARK)
    for (const actor of [customer, supervisor, key])
      await attachFiles(actor, { id }, (take) => take(`${MARK} ${actor.role}.txt`, content()))
    const { version, assignee } = await getRequest(supervisor, { id })
    const assigneeId = assignee?.id === worker.id ? supervisor.id : worker.id
    await assignRequest(supervisor, { id, assigneeId, version, note: `${MARK} rang` })
    const note = `${MARK} was told`
    await decideDangerCheck(supervisor, { id, danger: false })
    await move(key, id, ["in_progress", "on_hold"], note)
    await move(supervisor, id, ["in_progress", "resolved", "closed"], note)
    await erase()
    expect(await tracesOf(MARK)).toEqual([])
  })

  test.each(EVENT_KINDS)(
    "“%s” keeps what its table keeps, whoever did it, and nothing that it does not name",
    async (kind) => {
      const { id } = await fileRequest(customer, requestToFile())
      await move(supervisor, id, ["in_progress", "resolved", "closed"])
      const data = { ...markedData(kind), ...UNNAMED } as never
      const event = { requestId: id, kind, data, visibleToCustomer: isForCustomers(kind) }
      const authors = [authorOf(customer), authorOf(worker), authorOf(key), {}]
      const { last } = one(await db.select({ last: max(requestEvents.id) }).from(requestEvents))
      await db.insert(requestEvents).values(authors.map((author) => ({ ...event, ...author })))
      await erase()

      expect(await tracesOf(MARK)).toEqual([])
      const kept = handlingsOf(kind).map(([field, handling]) => [
        field,
        typeof handling === "string" ? "a fact" : handling.erasedTo,
      ])
      const events = await db
        .select()
        .from(requestEvents)
        .where(and(gt(requestEvents.id, last ?? 0), eq(requestEvents.kind, kind)))
        .orderBy(asc(requestEvents.id))
      expect(events.slice(0, authors.length).map((it) => it.data)).toEqual(authors.map(() => Object.fromEntries(kept)))
      const logged = await db
        .select()
        .from(auditEntries)
        .where(and(eq(auditEntries.action, `request.${kind}`), eq(auditEntries.subjectId, id)))
        .orderBy(auditEntries.id)
      const facts = Object.fromEntries(keptFields(kind).map((field) => [field, "a fact"]))
      expect(logged.map((it) => it.data).filter((it) => isDeepStrictEqual(it, facts)).length).toBeGreaterThanOrEqual(
        authors.length,
      )
    },
  )
})

test("of an emergency that a deleted account left nothing stays once it has ended, whatever was written to it", async () => {
  const { id } = await fileRequest(customer, { ...toFile(), category: "gas_leak" })
  await attachFiles(customer, { id }, (take) => take(`${MARK}.txt`, content()))
  await deleteTheAccount()
  for (const kind of EVENT_KINDS) {
    const event = {
      requestId: id,
      kind,
      data: { ...markedData(kind), ...UNNAMED } as never,
      visibleToCustomer: isForCustomers(kind),
    }
    await db
      .insert(requestEvents)
      .values([authorOf(worker), authorOf(key), {}].map((author) => ({ ...event, ...author })))
  }
  await applyRetention({ dry: false, author: COMMAND_LINE })
  expect(await tracesOf(MARK)).not.toEqual([])
  await move(supervisor, id, ["in_progress", "resolved"], `${MARK} is safe`)
  await applyRetention({ dry: false, author: COMMAND_LINE })
  expect(await tracesOf(MARK)).toEqual([])
})
