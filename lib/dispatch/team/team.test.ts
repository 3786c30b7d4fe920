import { eq, like, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db, transaction } from "@/db/client"
import { statementCount } from "@/db/pools"
import { accounts, staff } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { PRIORITIES, type Priority } from "@/lib/model/category"
import { RequestFilter } from "@/lib/requests/contract"
import { getRequest } from "@/lib/requests/get-request"
import { listRequests } from "@/lib/requests/list-requests"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { untilBlocked } from "@/lib/testing/race"
import { assignRequests } from "./assign-requests"
import { getQueue } from "./get-queue"
import { getTeam, selectOldest } from "./get-team"

let customer: Actor
let supervisor: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  supervisor = await makeActor("supervisor", { name: "Helen" })
})

const file = (changes = {}) => fileRequest(customer, requestToFile(changes))

test("the team is read in two statements, however many they are and whatever they have to do", async () => {
  const worker = await makeActor("staff", { name: "A first", capacity: 8 })
  const first = await file()
  await file({ category: "gas_leak" })
  await makeActor("staff", { available: false })
  await makeActor("staff", { state: "disabled" })
  const before = statementCount()
  const { items, next } = await getTeam(supervisor, { limit: 20 })
  expect(statementCount() - before).toBe(2)
  expect(items).toHaveLength(3)
  expect(next).toBeNull()
  expect(items.find(({ id }) => id === worker.id)).toMatchObject({
    duty: { state: "on_shift" },
    open: 2,
    capacity: 8,
    emergencies: 1,
    oldest: { id: first.id },
  })
})

describe("of ten people with 300 open requests each", () => {
  beforeEach(async () => {
    for (let i = 0; i < 10; i++) await makeActor("staff", { name: `Worker ${i}` })
    const model = await file()
    await transaction(async (tx) => {
      await tx.execute(sql`alter table service_requests disable trigger user`)
      await tx.execute(sql`
        insert into service_requests (id, reference, customer_id, assignee_id, category, priority, status, title,
          description, premises, contact_preference, version)
        select gen_random_uuid(), a.id || '-' || i, customer_id, a.id, category, (enum_range(null::priority))[1 + i % 4],
          (enum_range(null::status))[1 + i % 3], title, description, r.premises, contact_preference, 1
        from service_requests r, accounts a, generate_series(1, 300) i where r.id = ${model.id} and a.name ~ '^Worker'`)
      await tx.execute(sql`alter table service_requests enable trigger user`)
    })
    await db.execute(sql`analyze service_requests`)
  })

  const people = () => db.select().from(accounts).where(like(accounts.name, "Worker %"))

  test("the team tells the oldest of each, in no more than 500 characters a person", async () => {
    const { items } = await getTeam(supervisor, { limit: 100 })
    for (const { id } of await people()) {
      const theirs = eq(serviceRequests.assigneeId, id)
      const [eldest] = await db.select().from(serviceRequests).where(theirs).orderBy(serviceRequests.id).limit(1)
      expect(items.find((it) => it.id === id)?.oldest?.id).toBe(eldest?.id)
    }
    expect(JSON.stringify(items).length).toBeLessThan(items.length * 500)
  })

  test("to find the oldest, one of each priority is read by an index, and of what is open no more", async () => {
    const ids = (await people()).map(({ id }) => id)
    const [row] = await db.execute<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
      sql`explain (analyze, format json) ${selectOldest(sql`${`{${ids.join()}}`}`)}`,
    )
    const plan = row?.["QUERY PLAN"][0].Plan
    const reads = plan ? scansOf(plan).filter((it) => it["Relation Name"] === "service_requests") : []
    expect(reads.length).toBeGreaterThan(0)
    for (const it of reads) expect(it["Actual Rows"] * it["Actual Loops"]).toBeLessThanOrEqual(ids.length * 4)
    expect(reads.map((it) => it["Rows Removed by Filter"] ?? 0)).toEqual(reads.map(() => 0))
  })

  test("the work of one of them comes in pages, most urgent first, everything once, one statement a page", async () => {
    const [person] = await people()
    const seen: { id: string; priority: Priority }[] = []
    let after: string | undefined
    do {
      const filter = RequestFilter.parse({ assignee: person?.id, status: "open", after })
      const before = statementCount()
      const { items, next } = await listRequests(supervisor, filter)
      expect(statementCount() - before).toBe(1)
      expect(items.length).toBeLessThanOrEqual(20)
      seen.push(...items)
      after = next ?? undefined
    } while (after)
    // One of them has the request that all others were made of, too.
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(300)
    const levels = seen.map(({ priority }) => PRIORITIES.indexOf(priority))
    expect(levels).toEqual(levels.toSorted())
  })
})

interface PlanNode {
  "Relation Name"?: string
  "Actual Rows": number
  "Actual Loops": number
  "Rows Removed by Filter"?: number
  Plans?: PlanNode[]
}

const scansOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(scansOf)]

test("the team comes page by page, by name, nobody twice", async () => {
  for (const name of ["Ben", "Ada", "Cy", "Ada"]) await makeActor("staff", { name })
  const names: string[] = []
  let after: string | undefined
  do {
    const { items, next } = await getTeam(supervisor, { after, limit: 2 })
    names.push(...items.map(({ name }) => name))
    after = next ?? undefined
  } while (after)
  expect(names).toEqual(["Ada", "Ada", "Ben", "Cy", "Helen"])
})

test("the queue says why nobody has each, in a handful of statements", async () => {
  await makeActor("staff", { capacity: 0 })
  await makeActor("staff", { available: false })
  const stranger = await makeActor("customer", { verified: false })
  for (let i = 0; i < 5; i++) await file()
  await fileRequest(stranger, requestToFile({ category: "repair" }))
  await getQueue(supervisor, { limit: 20 })
  const before = statementCount()
  const { items } = await getQueue(supervisor, { limit: 20 })
  expect(statementCount() - before).toBe(3)
  expect(items).toHaveLength(6)
  expect(items[0]?.why).toBe("The customer has not confirmed their email address yet.")
  expect(items[1]?.why).toBe("No one qualified for meter faults is available: 1 is at capacity, 2 are away.")
})

test("the queue says who of them is there next, and when", async () => {
  const { id } = await makeActor("staff", { name: "Ada", capacity: 5 })
  const shift = { shiftFrom: sql`now() + interval '30 hours'`, shiftUntil: sql`now() + interval '38 hours'` }
  await db.update(staff).set(shift).where(eq(staff.accountId, id))
  await file()
  const { items } = await getQueue(supervisor, { limit: 20 })
  expect(items[0]?.why).toMatch(/1 is away, 1 is off shift\. Ada starts on \w{3} \d+ \w+ at \d\d:\d\d\.$/)
})

test("of several given at once, one that changed meanwhile stays and the others go through", async () => {
  const requests = [await file(), await file(), await file()]
  const tom = await makeActor("staff", { name: "Tom", available: false })
  const chosen = requests.map(({ id, version }, i) => ({ id, version: i === 1 ? version + 1 : version }))
  const missing = { id: crypto.randomUUID(), version: 1 }
  const { items } = await assignRequests(supervisor, { requests: [...chosen, missing], assigneeId: tom.id })
  expect(items.map(({ given }) => given)).toEqual([true, false, true, false])
  expect(items[0]?.sentence).toBe(`${requests[0]?.reference} assigned to Tom`)
  expect(items[1]?.sentence).toContain(`${requests[1]?.reference}: `)
  const holders = await Promise.all(requests.map(({ id }) => getRequest(supervisor, { id })))
  expect(holders.map(({ assigneeId }) => assigneeId)).toEqual([tom.id, null, tom.id])
})

test("of several given at once, each says what became of it also when the database goes away in between", async () => {
  const requests = [await file(), await file(), await file()]
  const [, held] = requests
  if (!held) throw new Error("Nothing was filed.")
  const worker = await makeActor("staff", { available: false })
  const { items } = await transaction(async (tx) => {
    await tx.select().from(serviceRequests).where(eq(serviceRequests.id, held.id)).for("update")
    const handing = assignRequests(supervisor, { requests, assigneeId: worker.id })
    await untilBlocked(1)
    await tx.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`)
    return handing
  })
  expect(items.map(({ given }) => given)).toEqual([true, false, false])
  expect(items[1]?.sentence).toContain("Check whether your change was saved")
  expect(items[2]?.sentence).toContain("Not tried")
})

test("nobody can be given anything who does not work on requests", async () => {
  const { id, version } = await file()
  const assignment = { requests: [{ id, version }], assigneeId: customer.id }
  await expect(assignRequests(supervisor, assignment)).rejects.toMatchObject({ code: "invalid" })
  await expect(assignRequests(customer, assignment)).rejects.toMatchObject({ code: "forbidden" })
})
