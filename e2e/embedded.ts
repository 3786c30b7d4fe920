import postgres, { type Sql } from "postgres"
import { startEmbedded } from "@/db/embedded"

/** Does with the database of the running app what no caller can: break something, or let time pass. */
export async function inDatabase<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  // The server that runs already; the first caller stops it.
  const { url } = await startEmbedded({ folder: ".data/e2e/postgres" })
  const sql = postgres(url, { max: 1 })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}
