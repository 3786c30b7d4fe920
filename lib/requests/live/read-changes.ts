import { type SQL, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { dangerChecks } from "@/db/schema/dispatch"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import type { EventKind } from "@/lib/model/event"
import { SHOWN_TO_CUSTOMER } from "@/lib/requests/shown-to-customer-sql"
import { bellsSinceSql, type WrittenBell } from "./bells-since-sql"
import { filesSinceSql, type WrittenFiles } from "./files-since-sql"
import { OPEN_TO } from "./open-to-sql"
import { presencesSinceSql, type WrittenPresence } from "./presences-since-sql"

/** A committed event, and whom it may be told. */
export interface WrittenChange {
  /** The transaction that wrote it. */
  transaction: bigint
  requestId: string
  reference: string
  kind: EventKind
  version: number | null
  at: string
  customerId: string
  assigneeId: string | null
  /** Who had the request until then, and has to learn that it is theirs no more. */
  leftId: string | null
  /** Of an emergency: who may take it. */
  openTo: string[]
  visibleToCustomer: boolean
  /** It may be about an emergency or a check for danger, which others than those who see the request have to answer. */
  isAlarming: boolean
}

export interface Written {
  /** The snapshot that has been read: what is committed later is not in it. */
  snapshot: string
  /** When that was, by the clock of the database, in seconds since 1970. */
  readAt: string
  /** In the order of their ids; nothing when there are too many to tell, or `since` is no snapshot of this database. */
  changes: WrittenChange[] | undefined
  presences: WrittenPresence[]
  bells: WrittenBell[]
  files: WrittenFiles[]
}

interface Row extends Record<string, unknown>, Pick<Written, "snapshot" | "readAt" | "presences" | "bells"> {
  files: WrittenFiles[] | null
  isAhead: boolean
  isFar: boolean
  changes: (Omit<WrittenChange, "transaction"> & { transaction: string })[]
}

/** Whoever has missed more than this reads everything again. */
export const MOST_CHANGES = 2000

/** So many events are looked through where a client says that it was. From further back it reads everything again. */
const MOST_READ = 3 * MOST_CHANGES

/** Of a request that is gone it is not known whether it was one that had to be answered. */
const IS_ALARMING: SQL = sql`(${serviceRequests.id} is null or ${serviceRequests.priority} = 'emergency'
  or exists (select from ${dangerChecks} where ${dangerChecks.requestId} = ${serviceRequests.id}))`

const field = (name: string) => sql`${requestEvents.data} ->> ${name}::text`

/** Events of a database that this one was restored from name transactions that are yet to come here. */
const writtenSql = (from: SQL) => sql`
  select * from ${requestEvents} where ${requestEvents.transactionId} >= pg_snapshot_xmin(${from})
    and ${requestEvents.transactionId} < pg_snapshot_xmax(pg_current_snapshot())`

/**
 * Reads what has been committed since a snapshot, whatever the order in which it was begun, in one statement; or only
 * where the log is now. Without asking who may see it.
 * @param readAt when the snapshot was read, so that presences which have ended since then are told
 * @param askedBy the account that named the snapshot: its own bell is read alone, and it may lie as far back as it wants
 */
export async function readChanges(since: string | undefined, readAt?: string, askedBy?: string): Promise<Written> {
  const from = sql`${since ?? null}::text::pg_snapshot`
  const written = writtenSql(from)
  const latest = sql`${written} order by ${requestEvents.transactionId} desc limit ${MOST_READ + 1}`
  const [row] = await db.execute<Row>(sql`
    with now as materialized (select pg_current_snapshot() as snapshot)
    select snapshot::text, extract(epoch from now())::text as "readAt", ${presencesSinceSql(from, readAt)} as presences,
      ${bellsSinceSql(from, askedBy)} as bells, ${filesSinceSql(from)} as files,
      coalesce(pg_snapshot_xmax(${from}) > pg_snapshot_xmax(snapshot), false) as "isAhead",
      ${askedBy === undefined ? sql`false` : sql`(select count(*) > ${MOST_READ} from (${latest}) it)`} as "isFar",
      coalesce((
      select jsonb_agg(jsonb_build_object(
        'transaction', ${requestEvents.transactionId}::text, 'requestId', ${requestEvents.requestId}, 'kind', ${requestEvents.kind},
        'reference', coalesce(${serviceRequests.reference}, ${field("reference")}),
        'version', ${serviceRequests.version},
        'at', to_char(${requestEvents.createdAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'customerId', coalesce(${serviceRequests.customerId}::text, ${field("customerId")}),
        'assigneeId', ${serviceRequests.assigneeId},
        'leftId', case ${requestEvents.kind} when 'reassigned' then ${field("from")} when 'escalated' then ${field("from")}
          when 'unassigned' then ${field("assigneeId")} when 'deleted' then ${field("assigneeId")} end,
        'openTo', ${OPEN_TO}, 'visibleToCustomer', ${SHOWN_TO_CUSTOMER}, 'isAlarming', ${IS_ALARMING}) order by ${requestEvents.id})
      from (
        select * from (${askedBy === undefined ? written : latest}) ${requestEvents}
        where ${requestEvents.createdAt} > now() - interval '1 day'
          and not pg_visible_in_snapshot(${requestEvents.transactionId}, ${from})
        order by ${requestEvents.transactionId} limit ${MOST_CHANGES + 1}) ${requestEvents}
      left join ${serviceRequests} on ${serviceRequests.id} = ${requestEvents.requestId}), '[]') as changes
    from now`)
  if (!row) throw new Error("A snapshot was not told.")
  const isUnknown = row.isAhead || row.isFar || row.changes.length > MOST_CHANGES || !row.files
  // What was deleted later has left no customer behind in its other events, and its deletion is told.
  const known = row.changes
    .filter(({ customerId }) => customerId !== null)
    .map((change) => ({ ...change, transaction: BigInt(change.transaction) }))
  const { snapshot, presences, bells, files } = row
  return { snapshot, readAt: row.readAt, changes: isUnknown ? undefined : known, presences, bells, files: files ?? [] }
}
