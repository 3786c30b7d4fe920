import { type SQL, sql } from "drizzle-orm"
import { fileNews } from "@/db/schema/file-news"
import { drafts, serviceRequests } from "@/db/schema/requests"
import { OPEN_TO } from "./open-to-sql"

/** A request or draft of which a file looks different now, and whom that may be told. */
export interface WrittenFiles {
  requestId: string | null
  draftId: string | null
  /** Missing once the request or draft is gone. */
  customerId: string | null
  assigneeId: string | null
  /** Of an emergency: who may take it. */
  openTo: string[]
}

/** So many are looked through, wherever a client says that it was. Whoever has missed more reads everything again. */
export const MOST_FILES = 1000

/**
 * An SQL array of them in JSON, each once: what was committed since a snapshot; null when that is more than is looked
 * through.
 */
export const filesSinceSql = (since: SQL): SQL => sql`(
  with latest as materialized (
    select request_id, draft_id, transaction_id from ${fileNews}
    where ${fileNews.transactionId} >= pg_snapshot_xmin(${since})
      and ${fileNews.transactionId} < pg_snapshot_xmax(pg_current_snapshot())
    order by ${fileNews.transactionId} desc limit ${MOST_FILES + 1})
  select case when (select count(*) from latest) <= ${MOST_FILES} then coalesce((
    select jsonb_agg(jsonb_build_object('requestId', it.request_id, 'draftId', it.draft_id,
      'customerId', coalesce(${serviceRequests.customerId}, ${drafts.customerId}),
      'assigneeId', ${serviceRequests.assigneeId}, 'openTo', ${OPEN_TO}))
    from (select distinct request_id, draft_id from latest where not pg_visible_in_snapshot(transaction_id, ${since})) it
    left join ${serviceRequests} on ${serviceRequests.id} = it.request_id
    left join ${drafts} on ${drafts.id} = it.draft_id), '[]') end)`
