import { type SQL, sql } from "drizzle-orm"
import { requestEvents } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import type { EventData } from "@/lib/model/event"
import type { ToldByFile } from "@/lib/requests/attachments/told-by-file"
import { AUTHOR, authorSql } from "@/lib/requests/record-event"
import { mustBeChecked, type urgencyOf } from "@/lib/requests/urgency"
import { openDangerCheckSql } from "./danger-checks/open-danger-check-sql"

/**
 * What follows the filing of a request with files: those that tell of a danger are put before staff on duty, unless it is an
 * emergency, or is checked for words that are as sure.
 */
export function tellFilesSql(actor: Actor, urgency: ReturnType<typeof urgencyOf>, told: readonly ToldByFile[]) {
  const isChecked = mustBeChecked(urgency)
  const telling = urgency.priority === "emergency" ? [] : told
  return (requestId: string): SQL[] => {
    const events = telling.flatMap(({ note, danger }) =>
      danger && !(isChecked && danger.verdict === "possible")
        ? [messagedSql(actor, requestId, { message: note, ...danger })]
        : [],
    )
    return events.length > 0 ? [...events, openDangerCheckSql(requestId)] : []
  }
}

const messagedSql = (actor: Actor, requestId: string, data: Omit<EventData["messaged"], "from">): SQL => sql`
  insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
  values (${requestId}, 'messaged', ${authorSql(actor)}, ${JSON.stringify({ ...data, from: "customer" })}::jsonb, true)`
