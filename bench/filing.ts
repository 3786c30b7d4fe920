import { sql } from "drizzle-orm"
import { v7 } from "uuid"
import { fill } from "./dataset"
import { startDatabase } from "./server"

/**
 * `npx tsx bench/filing.ts 1000`: what it costs to assign each filed request to the best of so many candidates, one
 * after the other, beside the same filing without a lock, a snapshot and an assignment.
 */
const PEOPLE = Number(process.argv[2] ?? 1000)
const ROUNDS = 1000
const QUEUE = 200

const database = await startDatabase()
process.env.DATABASE_URL = database.url
process.env.AUTH_SECRET = "a secret of the benchmark, long enough"
process.env.LOG_LEVEL = "silent"
// One customer files them all.
process.env.FILINGS_PER_HOUR = "100000"
const { db, inTwoSteps } = await import("@/db/client")
const { closeDatabase, statementCount } = await import("@/db/pools")
const { Candidates } = await import("@/lib/dispatch/assignment/candidates")
const { fileRequest } = await import("@/lib/dispatch/file-request")
const { fileSql } = await import("@/lib/dispatch/file-sql")
const { readRequest } = await import("@/lib/requests/get-request")
const { newReference } = await import("@/lib/requests/reference")
const { urgencyOf } = await import("@/lib/requests/urgency")

const NOBODY = {
  candidates: new Candidates([], { strategy: "skilled", strategies: {}, levels: {} }, 0),
  verified: new Set<string>(),
  hasQueue: false,
  reports: [],
  filed: [],
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
  // Such requests wait for their customer, so they are in nobody's way.
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
      const one = {
        actor,
        id,
        reference: newReference(),
        input,
        urgency: urgencyOf(input),
        customerId: unconfirmedId,
        channel: "portal" as const,
        cameBy: undefined,
        externalReference: undefined,
        followUpOf: undefined,
        source: undefined,
      }
      await inTwoSteps([sql`select 1`], () => fileSql(one, NOBODY))
      return readRequest(id)
    })
  }
  // No candidate is eligible for these, but each filing asks.
  for (let i = 0; i < QUEUE; i++) await fileRequest(actor, { ...input, category: "complaint" })
  for (let round = 0; round < ROUNDS; round++) statements.behind += await timed(behind, () => fileRequest(actor, input))
  const added = median(weighed) - median(plain)
  console.table({
    [`assigned to the best of ${PEOPLE}`]: line(weighed, statements.weighed),
    unassigned: line(plain, statements.plain),
    [`the same, with ${QUEUE} in the queue`]: line(behind, statements.behind),
  })
  console.log(`Assigning adds ${added.toFixed(2)} ms at p50 (to stay at or under 3 ms with 1,000) and`)
  console.log(`${(statements.weighed - statements.plain) / ROUNDS} SQL statements (to stay at or under 2).`)
}

function line(times: number[], statements: number) {
  return {
    "p50, ms": Number(median(times).toFixed(2)),
    "p95, ms": Number(high(times).toFixed(2)),
    "SQL statements": statements / ROUNDS,
  }
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

function high(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0
}
