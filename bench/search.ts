import { fill } from "./dataset"
import { measureSearches } from "./search-cases"
import { startDatabase } from "./server"

/**
 * `npx tsx bench/search.ts 1000000`: how long searches of one and two words take as supervisor, common and rare, found and
 * not, with and without other filters, first page and next. `… sort` measures only filters with this in them.
 */
const REQUESTS = Number(process.argv[2] ?? 1_000_000)

const database = await startDatabase()
process.env.DATABASE_URL = database.url
process.env.AUTH_SECRET = "a secret of the benchmark, long enough"
process.env.LOG_LEVEL = "silent"
const { closeDatabase } = await import("@/db/pools")

try {
  const customers = Math.ceil(REQUESTS / 5)
  await fill(database.url, { requests: REQUESTS, customers, staff: 200, busiest: 2000, varied: true })
  await measureSearches(process.argv[3])
} finally {
  await closeDatabase()
  await database.stop()
}
