import { sql } from "drizzle-orm"
import { v7 } from "uuid"
import { fill } from "./dataset"
import { startDatabase } from "./server"

/**
 * `npx tsx bench/filing.ts`: what it costs to give each request that is filed to the best of a thousand people, one
 * after the other: beside the same filing that takes no lock, asks about nobody and gives it to nobody.
 */
const PEOPLE = 1000
const ROUNDS = 1000
const QUEUE = 200

const database = await startDatabase()
process.env.DATABASE_URL = database.url
process.env.AUTH_SECRET = "a secret of the benchmark, long enough"
process.env.LOG_LEVEL = "silent"
const { closeDatabase, db, inTwoSteps, statementCount } = await import("@/db/client")
const { Crew } = await import("@/lib/dispatch/assignment/crew")
const { fileRequest } = await import("@/lib/dispatch/file")
const { filing } = await import("@/lib/dispatch/filing")
const { readRequest } = await import("@/lib/requests/get-request")
const { newReference } = await import("@/lib/requests/reference")
const { urgencyOf } = await import("@/lib/requests/urgency")

const NOBODY = {
  crew: new Crew([], { strategy: "skilled", strategies: {}, levels: {} }, 0),
  verified: new Set<string>(),
  hasQueue: false,
}

try {
  await fill(database.url, { requests: 1000, customers: 10, staff: PEOPLE, busiest: 10 })
  await measure()
} finally {
  await closeDatabase()
  await database.stop()
}

async function measure() {
  const customers = await db.execute<{ id: string }>(sql`select id from accounts where role = 'customer' limit 2`)
  const [customerId = "", unconfirmedId = ""] = customers.map(({ id }) => id)
  // What is given to nobody waits for its customer, and nobody behind it.
  await db.execute(sql`update accounts set email_verified_at = null where id = ${unconfirmedId}`)
  await db.execute(sql`update staff set categories = array_remove(categories, 'complaint')`)
  const actor = {
    id: customerId,
    name: "A customer",
    role: "customer",
    state: "active",
    sessionId: customerId,
    address: "",
    device: "",
  } as const
  const premises = { line1: "12 Mill Lane", town: "Leeds", postcode: "LS1 4AB" }
  const input = {
    category: "meter_fault",
    title: "Meter display is blank",
    description: "The display has shown nothing since Monday.",
    premises,
    contactPreference: "phone",
  } as const

  const [weighed, plain, behind]: [number[], number[], number[]] = [[], [], []]
  const statements = { weighed: 0, plain: 0, behind: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    statements.weighed += await timed(weighed, () => fileRequest(actor, input))
    statements.plain += await timed(plain, async () => {
      const id = v7()
      const one = { actor, id, reference: newReference(), input, urgency: urgencyOf(input), customerId: unconfirmedId }
      await inTwoSteps([sql`select 1`], () => filing(one, NOBODY))
      return readRequest(id)
    })
  }
  // Nobody can take these, but whoever files has to know.
  for (let i = 0; i < QUEUE; i++) await fileRequest(actor, { ...input, category: "complaint" })
  for (let round = 0; round < ROUNDS; round++) statements.behind += await timed(behind, () => fileRequest(actor, input))
  const added = median(weighed) - median(plain)
  console.table({
    "given to the best of 1,000": line(weighed, statements.weighed),
    "given to nobody": line(plain, statements.plain),
    [`the best, while ${QUEUE} wait`]: line(behind, statements.behind),
  })
  console.log(`Assigning adds ${added.toFixed(2)} ms at p50 (to stay at or under 1 ms) and`)
  console.log(`${(statements.weighed - statements.plain) / ROUNDS} SQL statements (to stay at or under 2).`)
}

function line(times: number[], statements: number) {
  return { "p50, ms": Number(median(times).toFixed(2)), "SQL statements": statements / ROUNDS }
}

async function timed(times: number[], work: () => Promise<unknown>): Promise<number> {
  const before = statementCount()
  const start = performance.now()
  await work()
  times.push(performance.now() - start)
  return statementCount() - before
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
