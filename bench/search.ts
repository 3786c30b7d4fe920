import { parseArgs } from "node:util"
import { fill } from "./dataset"
import { measureSearches } from "./search-cases"
import { startDatabase } from "./server"

/**
 * `npx tsx bench/search.ts 1000000`: how long searches of one and two words take as each role, common and rare, found and
 * not, with and without other filters, first page and next. `… sort` measures only filters with this in them, and
 * `--database <url>` a filled database of an earlier run, which is left as it is.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { database: { type: "string" } } })
const [size = "1000000", only] = positionals
const requests = Number(size)

const database = values.database === undefined ? await startDatabase() : undefined
process.env.DATABASE_URL = database?.url ?? values.database
process.env.AUTH_SECRET = "a secret of the benchmark, long enough"
process.env.LOG_LEVEL = "silent"
const { closeDatabase } = await import("@/db/pools")

try {
  const customers = Math.ceil(requests / 5)
  if (database)
    await fill(database.url, {
      requests,
      customers,
      staff: 200,
      busiest: requests / 50,
      largest: requests / 10,
      varied: true,
    })
  await measureSearches(only)
} finally {
  await closeDatabase()
  await database?.stop()
}
