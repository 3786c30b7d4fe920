import { type SQL, sql } from "drizzle-orm"
import { serviceRequests } from "@/db/schema/requests"
import { REQUIRED_SKILL } from "@/lib/requests/required-skill-sql"
import type { Candidates } from "./candidates"

/**
 * True of requests that some candidate could take now; undefined when no candidate could take any. Areas are compared
 * roughly: every request in one of them is in, and a few may be in that are not.
 */
export function spareCapacitySql(candidates: Candidates): SQL | undefined {
  const spare = (["normal", "emergency"] as const).flatMap((priority) =>
    candidates.spareCapacity(priority).map(({ category, areas }) => ({
      urgent: priority === "emergency",
      category,
      starts: areas.length > 0 ? areas.map((area) => `${area.replace(/[ -]/g, "").toUpperCase()}%`) : null,
    })),
  )
  if (spare.length === 0) return undefined
  return sql`exists (
    select 1 from json_to_recordset(${JSON.stringify(spare)}::json) as spare(urgent boolean, category category, starts text[])
    where spare.urgent = (${serviceRequests.priority} = 'emergency') and spare.category = ${REQUIRED_SKILL}
      and (spare.starts is null
        or translate(upper(${serviceRequests.premises} ->> 'postcode'), ' -', '') like any(spare.starts)))`
}
