import postgres from "postgres"
import { fill } from "./dataset"
import { startDatabase } from "./server"

/**
 * `npx tsx bench/overview.ts 1000000`: how long the overview takes for a month, a quarter and a year, for everything, one
 * category and one person, and how long the first count of all requests takes.
 */
const REQUESTS = Number(process.argv[2] ?? 1_000_000)
const TIMES = 7

const database = await startDatabase()
process.env.DATABASE_URL = database.url
process.env.AUTH_SECRET = "a secret of the benchmark, long enough"
process.env.LOG_LEVEL = "silent"
const { closeDatabase } = await import("@/db/pools")
const { db, one } = await import("@/db/client")
const { reportProgress, daysToCount } = await import("@/db/schema/reports")
const { refreshReports } = await import("@/lib/oversight/reports/refresh-reports")
const { getOverview } = await import("@/lib/oversight/reports/get-overview")
const { rangeOf } = await import("@/lib/oversight/reports/range")
const { readers } = await import("./statements/people")

/** What is not open any more was acknowledged, answered and resolved, at its own pace. */
async function workOn(): Promise<void> {
  const client = postgres(database.url, { max: 1, onnotice: () => undefined })
  await client.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`
      insert into request_events (request_id, kind, data, visible_to_customer, created_at)
      select id, kind::event_kind, data::jsonb, true, created_at + make_interval(secs => after * exp(random() * 4))
      from service_requests, lateral (values (1, 'acknowledged', '{}', 20), (2, 'moved', '{"from": "pending", "to": "in_progress", "note": "N"}', 2000),
        (3, 'moved', '{"from": "in_progress", "to": "resolved"}', 9000)) step (n, kind, data, after)
      where status = 'closed' order by id, n`
  })
  await client`vacuum analyze`
  await client.end()
}

async function count(): Promise<void> {
  const startedAt = performance.now()
  do await refreshReports()
  while (!one(await db.select().from(reportProgress)).finished || (await db.select().from(daysToCount)).length > 0)
  console.log(`first count of ${REQUESTS} requests: ${Math.round((performance.now() - startedAt) / 1000)} s`)
}

async function measure(): Promise<void> {
  const { supervisor, busiest } = await readers()
  const { to } = rangeOf({})
  for (const days of [30, 92, 366])
    for (const [name, filter] of Object.entries({
      all: {},
      category: { category: "repair" as const },
      person: { assignee: busiest.id },
    })) {
      const from = new Date(Date.parse(to) - (days - 1) * 86_400_000).toISOString().slice(0, 10)
      const took: number[] = []
      for (let i = 0; i < TIMES; i++) {
        const startedAt = performance.now()
        await getOverview(supervisor, { from, to, ...filter })
        took.push(performance.now() - startedAt)
      }
      took.sort((a, b) => a - b)
      console.log(`${days} days, ${name}: p50 ${Math.round(took[3] ?? 0)} ms, worst ${Math.round(took.at(-1) ?? 0)} ms`)
    }
}

try {
  await fill(database.url, { requests: REQUESTS, customers: Math.ceil(REQUESTS / 5), staff: 50, busiest: 2000 })
  await workOn()
  await count()
  await measure()
} finally {
  await closeDatabase()
  await database.stop()
}
