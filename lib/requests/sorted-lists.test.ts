import { Readable } from "node:stream"
import { sql } from "drizzle-orm"
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import { CATEGORY_IDS, PRIORITIES } from "@/lib/model/category"
import { isOpen } from "@/lib/model/status"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { attachFiles } from "./attachments/attach-files"
import { REQUEST_SORTS, RequestFilter, type RequestSort, type RequestSummary, STATUS_FILTERS } from "./contract"
import { countList } from "./count-list"
import { getRequest } from "./get-request"
import { listRequests, readList } from "./list-requests"

const MANY = 300
/** Several rows share each moment. */
const MOMENTS = 60
const START = Date.parse("2026-03-01T08:00:00Z")
const moment = (n: number) => new Date(START + n * 60_000).toISOString()

let actors: Record<string, Actor>
let all: Row[]

interface Row extends Record<string, unknown>, Pick<RequestSummary, "id" | "priority" | "status" | "category"> {
  updatedAt: string
  dueAt: string
  title: string
  customerId: string
  assigneeId: string | null
}

beforeAll(async () => {
  await emptyDatabase()
  const [first, second, third] = [
    await makeActor("customer", { name: "Amara Okafor" }),
    await makeActor("customer", { name: "Bruno Müller" }),
    await makeActor("customer", { name: "Chen Wei" }),
  ]
  const worker = await makeActor("staff", { capacity: 1000 })
  const sample = await fileRequest(first, requestToFile())
  await db.execute(sql`
    insert into service_requests (id, reference, customer_id, assignee_id, category, priority, status, title, description, premises, contact_preference, updated_at)
    select gen_random_uuid(), 'GR-' || lpad((20000000 + i)::text, 8, '2'), (${`{${[first, second, third].map(({ id }) => id).join()}}`}::uuid[])[1 + i % 3],
      case when i % 4 > 0 then ${worker.id}::uuid end, (enum_range(null::category))[1 + i % 5],
      (enum_range(null::priority))[1 + (i / 2) % 4], (enum_range(null::status))[1 + i % 6],
      case when i % 7 = 0 then 'A kettle' else 'A boiler' end, description, premises, contact_preference,
      ${moment(0)}::timestamptz + make_interval(mins => (i * 37) % ${MOMENTS}::int)
    from generate_series(1, ${MANY}::int) i,
      (select description, premises, contact_preference from service_requests where id = ${sample.id}) one`)
  await db.execute(sql`delete from emergencies where request_id = ${sample.id}`)
  await db.execute(sql`delete from service_requests where id = ${sample.id}`)
  await db.execute(sql`
    insert into clock_checks (request_id, due_at)
    select id, case i % 11 when 0 then '-infinity' when 1 then 'infinity'
      else ${moment(0)}::timestamptz + make_interval(mins => (i::int * 41) % ${MOMENTS}::int) end
    from (select id, row_number() over (order by reference) as i from service_requests) numbered`)
  all = await db.execute<Row>(sql`
    select id, priority, status, category, title, customer_id as "customerId", assignee_id as "assigneeId",
      to_char(updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt",
      case due_at when 'infinity' then '9' when '-infinity' then '0'
        else to_char(due_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end as "dueAt"
    from service_requests join clock_checks on request_id = id`)
  actors = {
    customer: first,
    worker,
    supervisor: await makeActor("supervisor"),
    key: await makeKey({ customerIds: [first.id, second.id] }),
  }
})

const PLACES: Record<RequestSort, (row: Row) => string> = {
  createdAt: ({ id }) => id,
  "-createdAt": ({ id }) => id,
  updatedAt: ({ id, updatedAt }) => updatedAt + id,
  "-updatedAt": ({ id, updatedAt }) => updatedAt + id,
  priority: ({ id, priority }) => PRIORITIES.indexOf(priority) + id,
  due: ({ id, dueAt }) => dueAt + id,
}

/** The whole list, found by looking at every row. */
function expected(actor: Actor, filter: Partial<RequestFilter>) {
  const { status = [], category, priority, assignee, updatedSince, q, sort = "-createdAt" } = filter
  const wanted = [status].flat()
  const sees = (row: Row) =>
    actor.role === "supervisor" ||
    row.assigneeId === actor.id ||
    [actor.id, ...(actor.key?.customerIds ?? [])].includes(row.customerId)
  const place = PLACES[sort]
  const order = sort.startsWith("-") ? -1 : 1
  return all
    .filter(sees)
    .filter(
      (row) => wanted.length === 0 || wanted.some((one) => (one === "open" ? isOpen(row.status) : row.status === one)),
    )
    .filter((row) => (!category || row.category === category) && (!priority || row.priority === priority))
    .filter((row) => assignee === undefined || row.assigneeId === null)
    .filter((row) => updatedSince === undefined || row.updatedAt >= updatedSince)
    .filter((row) => sort !== "due" || isOpen(row.status))
    .filter((row) => q === undefined || row.title.includes(q))
    .sort((a, b) => (place(a) < place(b) ? -order : order))
    .map(({ id }) => id)
}

/** What is due is for staff only. */
const isTold = ({ sort, who }: { sort: RequestSort; who: string }) =>
  sort !== "due" || ["worker", "supervisor"].includes(who)

/** Reads a list to its end and back again: each page with what is counted of it. */
async function thereAndBack(actor: Actor, filter: Partial<RequestFilter>, limit: number) {
  const ask = async (cursor: Partial<RequestFilter>) => {
    const wanted = RequestFilter.parse({ ...filter, ...cursor, limit })
    const [page, { total, ahead }] = [await listRequests(actor, wanted), await countList(actor, wanted)]
    return { ids: page.items.map(({ id }) => id), next: page.next, previous: page.previous, total, ahead }
  }
  const there = [await ask({})]
  for (let page = there.at(-1); page?.next; page = there.at(-1)) there.push(await ask({ after: page.next }))
  const back = there.slice(-1)
  for (let page = back[0]; page?.previous; page = back[0]) back.unshift(await ask({ before: page.previous }))
  return { there, back }
}

async function pages(actor: Actor, filter: Partial<RequestFilter>, limit: number) {
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await listRequests(actor, RequestFilter.parse({ ...filter, after, limit }))
    seen.push(...page.items.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after)
  return seen
}

const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

const SEVERAL = [...STATUS_FILTERS].filter((_, i) => i % 2 === 0)

const filters = fc
  .record({
    sort: fc.constantFrom(...REQUEST_SORTS),
    status: seldom(
      fc.oneof(fc.constantFrom(...STATUS_FILTERS), fc.constant<(typeof STATUS_FILTERS)[number][]>(SEVERAL)),
    ),
    category: seldom(fc.constantFrom(...CATEGORY_IDS.slice(0, 6))),
    priority: seldom(fc.constantFrom(...PRIORITIES)),
    assignee: seldom(fc.constant("nobody" as const)),
    q: seldom(fc.constantFrom("kettle", "boiler")),
    since: seldom(fc.integer({ min: 0, max: MOMENTS })),
    limit: fc.constantFrom(7, 20, 100),
    who: fc.constantFrom("customer", "worker", "supervisor", "key"),
  })
  .filter(isTold)

describe("a list sorted by age, change, priority or due time", () => {
  test("gives page by page what looking at every row gives, however it is narrowed", async () => {
    let found = 0
    await fc.assert(
      fc.asyncProperty(filters, async ({ who, since, limit, ...rest }) => {
        const actor = actors[who] as Actor
        const isByUpdate = rest.sort.endsWith("updatedAt")
        const filter = { ...rest, ...(isByUpdate && since !== undefined && { updatedSince: moment(since) }) }
        const list = await pages(actor, filter, limit)
        expect(list).toEqual(expected(actor, filter))
        found += list.length
      }),
      { numRuns: 200 },
    )
    expect(found).toBeGreaterThan(1000)
  }, 60_000)

  test("is read backwards page by page as it was read, and each page knows which of how many it shows", async () => {
    await fc.assert(
      fc.asyncProperty(filters, async ({ who, since, limit, ...rest }) => {
        const actor = actors[who] as Actor
        const isByUpdate = rest.sort.endsWith("updatedAt")
        const filter = { ...rest, ...(isByUpdate && since !== undefined && { updatedSince: moment(since) }) }
        const { there, back } = await thereAndBack(actor, filter, limit)
        expect(back).toEqual(there)
        const whole = expected(actor, filter)
        for (const [i, { ids, total, ahead }] of there.entries()) {
          expect(ids).toEqual(whole.slice(i * limit, i * limit + limit))
          expect(total).toEqual({ count: whole.length, more: false })
          expect(ahead).toEqual({ count: i * limit, more: false })
        }
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  test("since a moment is sorted by change unless it is asked for the other way round", async () => {
    const updatedSince = moment(30)
    const { supervisor } = actors as { supervisor: Actor }
    expect(await pages(supervisor, { updatedSince }, 20)).toEqual(
      expected(supervisor, { updatedSince, sort: "updatedAt" }),
    )
  })

  test.each([
    [{ updatedSince: moment(1), sort: "createdAt" }, "updatedSince"],
    [{ updatedSince: moment(1), createdFrom: moment(1) }, "createdFrom"],
    [{ sort: "-updatedAt", createdTo: moment(1) }, "createdTo"],
    [{ sort: "updatedAt", after: "low.019f0000-0000-7000-8000-000000000000" }, "after"],
    [{ sort: "priority", after: `${moment(1)}.019f0000-0000-7000-8000-000000000000` }, "after"],
    [{ sort: "updatedAt", after: "2026-13-01T08:00:00.000Z.019f0000-0000-7000-8000-000000000000" }, "after"],
    [{ sort: "due", after: "low.019f0000-0000-7000-8000-000000000000" }, "after"],
    [{ sort: "updatedAt", after: "infinity.019f0000-0000-7000-8000-000000000000" }, "after"],
    [{ sort: "updatedAt", before: "low.019f0000-0000-7000-8000-000000000000" }, "before"],
    [
      { after: "low.019f0000-0000-7000-8000-000000000000", before: "low.019f0000-0000-7000-8000-000000000000" },
      "before",
    ],
    [{ updatedSince: "0000-01-01T00:00:00Z" }, "updatedSince"],
    [{ createdFrom: "0000-01-01T00:00:00Z" }, "createdFrom"],
  ])("is refused where no index could give it: %j", (filter, path) => {
    expect(RequestFilter.safeParse(filter).error?.issues.map((issue) => issue.path.join())).toEqual([path])
  })
})

test("a list by due time is the same whether it is found on the way or by the filter's own index", async () => {
  const { supervisor } = actors as { supervisor: Actor }
  for (const filter of [
    {},
    { category: CATEGORY_IDS[2] },
    { priority: "low" },
    { status: ["on_hold"] },
    { q: "kettle" },
  ])
    for (const after of [undefined, `${moment(30)}.80000000-0000-4000-8000-000000000000`]) {
      const asked = RequestFilter.parse({ ...filter, sort: "due", limit: 5, after })
      const by = (window: number) => readList(supervisor, asked, "any", asked.q ? "searched" : "all", window)
      const [short, long] = [await by(2), await by(3000)]
      expect(short).toEqual(long)
      expect(short.items.length).toBeGreaterThan(0)
    }
})

test("when requests are due is told to staff only", async () => {
  const sorted = RequestFilter.parse({ sort: "due" })
  for (const who of [actors.customer, actors.key] as Actor[]) {
    await expect(listRequests(who, sorted)).rejects.toMatchObject({ code: "forbidden" })
    await expect(countList(who, sorted)).rejects.toMatchObject({ code: "forbidden" })
  }
})

test("files, answers to a check and acknowledgements are changes of a request", async () => {
  const [customer, worker] = [actors.customer as Actor, actors.worker as Actor]
  const { id } = await fileRequest(customer, requestToFile({ category: "gas_leak" }))
  const changes = async () => {
    const { updatedAt } = await getRequest(customer, { id })
    return updatedAt.getTime()
  }
  const before = await changes()
  await attachFiles(customer, { id }, (take) => take("note.txt", Readable.from([Buffer.from("a note")])))
  const attached = await changes()
  expect(attached).toBeGreaterThan(before)
  await acknowledgeRequest(worker, { id })
  expect(await changes()).toBeGreaterThan(attached)
})

test("who reads by change while requests change misses none of them", async () => {
  const { supervisor, worker } = actors as { supervisor: Actor; worker: Actor }
  const mine = all.filter((row) => row.assigneeId === worker.id && row.status === "pending").map(({ id }) => id)
  const seen = new Map<string, string>()
  let after: string | undefined
  do {
    const page = await listRequests(supervisor, RequestFilter.parse({ sort: "updatedAt", after, limit: 10 }))
    for (const row of page.items) seen.set(row.id, row.status)
    const id = mine.pop()
    if (id) await moveRequest(worker, { id, to: "in_progress", version: 1 })
    after = page.next ?? undefined
  } while (after)
  const now = await db.execute<{ id: string; status: string }>(sql`select id, status from service_requests`)
  expect(seen).toEqual(new Map(now.map(({ id, status }) => [id, status])))
})

test.each([
  [{ limit: 1000 }, "Enter a number of rows from 1 to 100"],
  [{ sort: "newest" }, "Choose createdAt, -createdAt, updatedAt, -updatedAt, priority or due"],
  [{ updatedSince: "2026-11-29T08:00:00 00:00" }, /Write \+ as %2B in an address$/],
])("what an integrator gets wrong is said with what would be right: %j", (filter, message) => {
  expect(RequestFilter.safeParse(filter).error?.issues[0]?.message).toMatch(message)
})
