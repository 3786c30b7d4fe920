import { type SQL, sql } from "drizzle-orm"
import { clockChecks } from "@/db/schema/dispatch"

/** Parts of a `with`: the clocks of emergencies that are handled on their own from now on are looked at again. */
export const separatedSql = (ids: SQL): SQL => sql`clocks as (
  update ${clockChecks} set check_at = now() where request_id in (${ids})
)`
