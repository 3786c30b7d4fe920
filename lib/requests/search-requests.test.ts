import { sql } from "drizzle-orm"
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { CATEGORY_IDS, PRIORITIES } from "@/lib/model/category"
import { permit } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { RequestFilter, type RequestSummary, STATUS_FILTERS } from "./contract"
import { countList } from "./count-list"
import { readList, type SearchForm } from "./list-requests"

/** Common, rare, alike at their beginnings, in several alphabets, and in names as well as in titles. */
const WORDS = ["meter", "metering", "boiler", "Müller", "okafor", "газ", "smell", "urgently", "x1", "Zähler"]
const NAMES = ["Amara Okafor", "Bruno Müller", "Zähler Meter", "Chen Wei"]
const MANY = 400

let actors: Record<string, Actor>
let all: Row[]

interface Row extends Record<string, unknown>, Pick<RequestSummary, "id" | "priority" | "status" | "category"> {
  /** All that it is found by. */
  text: string
  customerId: string
  assigneeId: string | null
}

/** Small letters without accents, in words. */
const plain = (text: string) =>
  ` ${
    text
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  } `

/** The expected page, found by looking at every row. */
function expected(actor: Actor, { q = "", status, category, priority, assignee, after, limit }: RequestFilter) {
  const wanted = plain(q).split(" ").filter(Boolean)
  const part = (word: string) => (word.length > 2 ? word : word.length === 2 ? ` ${word}` : ` ${word} `)
  const has = ({ text }: Row) => wanted.length > 0 && wanted.every((word) => plain(text).includes(part(word)))
  const sees = (row: Row) =>
    actor.role === "supervisor" ||
    row.assigneeId === actor.id ||
    [actor.id, ...(actor.key?.customerIds ?? [])].includes(row.customerId)
  const isOf = (row: Row) => (status === "open" ? isOpen(row.status) : status === undefined || row.status === status)
  const place = ({ priority, id }: Pick<Row, "priority" | "id">) =>
    `${status === "open" ? PRIORITIES.indexOf(priority) : ""}${id}`
  const order = status === "open" ? 1 : -1
  const [from, id = ""] = (after?.split(".") ?? []) as [Row["priority"]?, string?]
  return all
    .filter(sees)
    .filter(isOf)
    .filter((row) => (!category || row.category === category) && (!priority || row.priority === priority))
    .filter((row) => assignee === undefined || row.assigneeId === null)
    .filter(has)
    .sort((a, b) => (place(a) < place(b) ? -order : order))
    .filter((row) => !from || (place(row) > place({ priority: from, id }) === order > 0 && row.id !== id))
    .slice(0, limit)
    .map((row) => row.id)
}

/** Spreads words so that the first are in most titles and the last in few. */
const titled = (i: number) =>
  `Request ${WORDS.filter((_, w) => (i * 7 + w * 13) % (w + 2) === 0).join(" ")} ${i}`.slice(0, 200)

beforeAll(async () => {
  await emptyDatabase()
  const customers: Actor[] = []
  for (const name of NAMES) customers.push(await makeActor("customer", { name }))
  const [first, second] = customers
  if (!first || !second) throw new Error("There are no customers.")
  const worker = await makeActor("staff", { capacity: 1000 })
  await makeActor("staff", { capacity: 1000 })
  const sample = await fileRequest(first, requestToFile())
  const titles = [...Array(MANY).keys()].map(titled)
  await db.execute(sql`
    insert into service_requests (id, reference, customer_id, assignee_id, category, priority, status, title, description, premises, contact_preference)
    select gen_random_uuid(), 'GR-' || lpad((20000000 + i)::text, 8, '2'), (${`{${customers.map(({ id }) => id).join()}}`}::uuid[])[1 + i % ${NAMES.length}::int],
      case when i % 3 > 0 then case when i % 3 = 1 then ${worker.id}::uuid else assignee_id end end,
      (enum_range(null::category))[1 + i % 5], (enum_range(null::priority))[1 + (i / 2) % 4],
      (enum_range(null::status))[1 + i % 6], title, description, premises, contact_preference
    from jsonb_array_elements_text(${JSON.stringify(titles)}::jsonb) with ordinality made (title, i), 
      (select assignee_id, description, premises, contact_preference from service_requests where id = ${sample.id}) one`)
  all = await db.execute<Row>(sql`
    select r.id, priority, status, category, concat_ws(' ', reference, replace(reference, '-', ''), title, description, name, email,
      r.premises -> 'line1', r.premises -> 'town', r.premises -> 'postcode', r.premises -> 'mprn', '01134960000') as text, customer_id as "customerId", assignee_id as "assigneeId"
    from service_requests r join accounts a on a.id = customer_id`)
  actors = {
    customer: first,
    worker,
    supervisor: await makeActor("supervisor"),
    key: await makeKey({ customerIds: [first.id, second.id] }),
  }
})

const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

/** Words, beginnings of words and words that nobody has; sometimes a reference. */
const query = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom(...WORDS, "request", "chen", "nowhere"), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 3,
    })
    .map((words) => words.map(([word, length]) => word.slice(0, length)).join(" ")),
  fc.constantFrom("!!! & | ' :*", "7", "40"),
)

const filters = fc.record({
  q: query,
  status: seldom(fc.constantFrom(...STATUS_FILTERS)),
  category: seldom(fc.constantFrom(...CATEGORY_IDS.slice(0, 6))),
  priority: seldom(fc.constantFrom(...PRIORITIES)),
  assignee: seldom(fc.constant("nobody" as const)),
  after: seldom(fc.integer({ min: 0, max: MANY })),
  limit: fc.constantFrom(1, 2, 20),
  /** Some smaller than the list. */
  window: fc.constantFrom(2, 50, 4000),
  who: fc.constantFrom("customer", "worker", "supervisor", "key"),
})

describe("a search", () => {
  test("gives what looking at every row gives, page and cursor, whether it ends by the list or by the index", async () => {
    let found = 0
    await fc.assert(
      fc.asyncProperty(filters, async ({ who, after, window, ...rest }) => {
        const actor = actors[who] as Actor
        const from = after === undefined ? undefined : all[after]
        const filter = RequestFilter.parse({ ...rest, after: from && `${from.priority}.${from.id}` })
        const by = (form: SearchForm) => readList(actor, filter, permit(actor, "request.read"), form, window)
        const [rare, common] = [await by("found"), await by("searched")]
        expect(common).toEqual(rare)
        expect(rare.items.map(({ id }) => id)).toEqual(expected(actor, filter))
        found += rare.items.length
      }),
      { numRuns: 500 },
    )
    expect(found).toBeGreaterThan(200)
  }, 60_000)

  test("counts what looking at every row counts, unless its words are common and the list is long", async () => {
    let exactly = 0
    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.constantFrom(2, 200, 4000),
        async ({ who, after: _, window: __, ...rest }, window) => {
          const actor = actors[who] as Actor
          const filter = RequestFilter.parse(rest)
          const { total } = await countList(actor, filter, { most: 150, window })
          const all = expected(actor, { ...filter, limit: MANY }).length
          if (total.more) expect(total.count).toBeLessThanOrEqual(all)
          else expect(total.count).toBe(all)
          if (total.more) expect(total.count).toBeGreaterThanOrEqual(100)
          if (!total.more) exactly++
        },
      ),
      { numRuns: 300 },
    )
    const everyone = await countList(actors.supervisor as Actor, RequestFilter.parse({ q: "request" }), {
      most: 150,
      window: 200,
    })
    expect(everyone.total).toEqual({ count: 200, more: true })
    expect(exactly).toBeGreaterThan(100)
  }, 60_000)
})
