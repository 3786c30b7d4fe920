import { parseArgs } from "node:util"
import { fill } from "./dataset"
import { completeHistory } from "./dataset-history"
import { startDatabase } from "./server"

/**
 * `npx tsx bench/overview.ts 1000000`: how long the overview takes for a month, a quarter and a year, for everything, one
 * category and one person, and how long the first count of all requests takes. `--database <url>` is a filled database,
 * which has its requests worked on, people told and all counted unless they already are.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { database: { type: "string" } } })
const REQUESTS = Number(positionals[0] ?? 1_000_000)
const TIMES = 7

const database = values.database === undefined ? await startDatabase() : undefined
const url = database?.url ?? values.database ?? ""
process.env.DATABASE_URL = url
process.env.AUTH_SECRET = "a secret of the benchmark, long enough"
process.env.LOG_LEVEL = "silent"
const { closeDatabase } = await import("@/db/pools")
const { db, one } = await import("@/db/client")
const { reportProgress, daysToCount } = await import("@/db/schema/reports")
const { refreshReports } = await import("@/lib/oversight/reports/refresh-reports")
const { getOverview } = await import("@/lib/oversight/reports/get-overview")
const { rangeOf } = await import("@/lib/oversight/reports/range")
const { readers } = await import("./statements/people")

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
  if (database)
    await fill(url, { requests: REQUESTS, customers: Math.ceil(REQUESTS / 5), staff: 50, busiest: 2000, told: true })
  await completeHistory(url)
  if (!one(await db.select().from(reportProgress)).finished) await count()
  await measure()
} finally {
  await closeDatabase()
  await database?.stop()
}
