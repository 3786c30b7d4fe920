import { type SQL, sql } from "drizzle-orm"
import { presences } from "@/db/schema/presences"
import { serviceRequests } from "@/db/schema/requests"
import type { PresentPerson } from "@/lib/requests/presence/contract"
import { presentPeopleSql } from "@/lib/requests/presence/present-people-sql"
import { OPEN_TO } from "./open-to-sql"

/** A request where people came or left, or began to do something else; and whom that may be told. */
export interface WrittenPresence {
  requestId: string
  customerId: string
  assigneeId: string | null
  /** Of an emergency: who may take it. */
  openTo: string[]
  /** Everyone who is there now. */
  people: PresentPerson[]
  /** The accounts that came, left or began something. */
  changed: string[]
}

/**
 * An SQL array of them in JSON: what was committed since a snapshot, and what has ended without a word since the last
 * look. It reads those alone who are there, or were within the last minute.
 */
export const presencesSinceSql = (since: SQL, readAt: string | undefined): SQL => sql`coalesce((
  select jsonb_agg(jsonb_build_object(
    'requestId', ${serviceRequests.id}, 'customerId', ${serviceRequests.customerId},
    'assigneeId', ${serviceRequests.assigneeId}, 'openTo', ${OPEN_TO},
    'people', ${presentPeopleSql(sql`${serviceRequests.id}`)}, 'changed', it.changed))
  from (
    select ${presences.requestId} as id, array_agg(distinct ${presences.accountId}) as changed from ${presences}
    where ${presences.until} > now() - interval '1 minute' and (
      ${presences.transactionId} < pg_snapshot_xmax(pg_current_snapshot())
        and not pg_visible_in_snapshot(${presences.transactionId}, ${since})
      or ${presences.until} <= now() and ${presences.until} > to_timestamp(${readAt ?? null}::float8))
    group by 1) it
  join ${serviceRequests} on ${serviceRequests.id} = it.id), '[]')`
