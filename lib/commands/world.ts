import { sql } from "drizzle-orm"
import { closeDatabase, db } from "@/db/client"
import { ensureSchema } from "@/db/ensure-schema"
import { demoAccounts, seed } from "@/db/seed"
import { env } from "@/lib/env"
import { startOver } from "./start-over"

/** The schema up to date and, where a demo is wanted, its people and requests. Gives the accounts to sign in with. */
export async function prepareWorld(wanted: {
  fresh: boolean
  demo: boolean
  isReal: boolean
}): Promise<typeof demoAccounts> {
  const { DATABASE_URL, isProduction } = env()
  if (wanted.demo && wanted.isReal && isProduction) {
    throw new Error("The demo is refused: NODE_ENV is production and DATABASE_URL is a database of its own.")
  }
  try {
    if (wanted.fresh) await startOver()
    await ensureSchema()
  } catch (error) {
    throw new Error(`Database at ${new URL(DATABASE_URL).host}: ${reasonOf(error)}`)
  }
  if (!wanted.demo) return []
  if (await isEmpty()) await seed()
  const isThere = await hasDemo()
  await closeDatabase()
  return isThere ? demoAccounts : []
}

async function hasDemo(): Promise<boolean> {
  const [row] = await db.execute<{ there: boolean }>(
    sql`select exists (select from accounts where email = ${demoAccounts[0]?.email}) as there`,
  )
  return row?.there === true
}

export async function isEmpty(): Promise<boolean> {
  const [row] = await db.execute<{ empty: boolean }>(sql`select not exists (select from accounts) as empty`)
  return row?.empty === true
}

/** The driver's innermost words: some errors come in a wrapper that says nothing, some say it in a code alone. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause) return reasonOf(error.cause)
  return error.message || ("code" in error ? String(error.code) : error.name)
}
