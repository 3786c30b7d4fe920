import { type SQL, sql } from "drizzle-orm"
import { unsentWords } from "@/db/schema/unsent"

export const VERSION_NOW: SQL = sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`

/** Later than the one before, also where the clocks of two databases differ. */
export const NEXT_VERSION: SQL = sql`greatest(${VERSION_NOW}, ${unsentWords.version} + 1)`
