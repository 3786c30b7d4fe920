import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { ensureSchema } from "@/db/ensure-schema"
import { closeDatabase } from "@/db/pools"
import { demoAccounts, seed } from "@/lib/demo/seed"
import { env } from "@/lib/runtime/env"
import { reasonOf } from "./reason-of"
import { startOver } from "./start-over"

/** The schema up to date and, where a demo is wanted, its people and requests. Gives the accounts to sign in with. */
export async function prepareWorld(wanted: {
  fresh: boolean
  demo: boolean
  isReal: boolean
}): Promise<typeof demoAccounts> {
  const { DATABASE_DIRECT_URL: url, MAINTENANCE, isProduction } = env()
  if (MAINTENANCE === "1") return []
  if (wanted.demo && wanted.isReal && isProduction) {
    throw new Error("The demo is refused: NODE_ENV is production and DATABASE_URL is a database of its own.")
  }
  try {
    if (wanted.fresh) await startOver()
    await ensureSchema()
  } catch (error) {
    throw new Error(`Database at ${new URL(url).host}: ${reasonOf(error)}`)
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
