import { type SQL, sql } from "drizzle-orm"
import { serviceRequests } from "@/db/schema/requests"
import type { Candidates } from "./candidates"
import { REQUIRED_SKILL } from "./required-skill-sql"

/**
 * Of a request: somebody could take one like it now. Nothing is left out that would fit an area; a little may be in that
 * does not. Gives nothing when nobody could take anything.
 */
export function spareCapacitySql(crew: Candidates): SQL | undefined {
  const room = (["normal", "emergency"] as const).flatMap((priority) =>
    crew.takeable(priority).map(({ category, areas }) => ({
      urgent: priority === "emergency",
      category,
      starts: areas.length > 0 ? areas.map((area) => `${area.replace(/[ -]/g, "").toUpperCase()}%`) : null,
    })),
  )
  if (room.length === 0) return undefined
  return sql`exists (
    select 1 from json_to_recordset(${JSON.stringify(room)}::json) as room(urgent boolean, category category, starts text[])
    where room.urgent = (${serviceRequests.priority} = 'emergency') and room.category = ${REQUIRED_SKILL} and (room.starts is null
      or translate(upper(${serviceRequests.premises} ->> 'postcode'), ' -', '') like any(room.starts)))`
}
