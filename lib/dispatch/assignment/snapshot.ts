import { type SQL, sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { rosterVersions } from "@/db/schema/dispatch"
import type { SentLately } from "@/lib/dispatch/filing-limit"
import type { OpenEmergency } from "@/lib/dispatch/reports/join-of"
import { openEmergenciesOf } from "@/lib/dispatch/reports/open-emergencies"
import type { Category } from "@/lib/model/category"
import { isOnDuty } from "./candidate"
import { Candidates } from "./candidates"
import { KNOWN_STAFF, type KnownStaff, knownStaff, LOADS, learnStaff, type StaffRow, withLoads } from "./known-staff"
import { QUEUED_CATEGORIES } from "./queue"

/** Everything that an assignment is decided on, at one moment. */
export interface Snapshot {
  candidates: Candidates
  /** Those of the customers asked about who have confirmed their email address. */
  verified: ReadonlySet<string>
  /** Requests that some candidate could take are in the queue: whatever is filed now and no emergency joins it. */
  hasQueue: boolean
  /** The open emergencies that a new one may join; empty unless they were asked for. */
  reports: OpenEmergency[]
  /** How much some have sent lately; empty unless it was asked for. */
  filed: SentLately[]
}

interface SnapshotRow {
  version: string
  /** In milliseconds since 1970. */
  at: number
  /** Null when the staff are those already known. */
  staff: StaffRow | null
  loads: string | null
  verified: string | null
  queued: string | null
  reports: unknown
  filed: unknown
}

const NOTHING = sql`null`

/**
 * The one statement that reads a snapshot, and the function that understands its only row. The staff themselves are
 * read only when they have changed since this process read them last; loads are read each time. `reports` and `filed`
 * are read with it, by those who file.
 */
export function snapshotQuery(customerIds: readonly string[] = [], { reports = NOTHING, filed = NOTHING } = {}) {
  const known = knownStaff()
  const query: SQL = sql`
    select version, floor(extract(epoch from clock_timestamp()) * 1000)::float8 as at,
      case when version is distinct from ${known?.version ?? null}::uuid then ${KNOWN_STAFF} end as staff,
      ${LOADS} as loads,
      (select string_agg(id::text, ',') from ${accounts}
        where id = any(${`{${customerIds.join()}}`}::uuid[]) and email_verified_at is not null) as verified,
      ${QUEUED_CATEGORIES} as queued,
      ${reports} as reports, ${filed} as filed
    from ${rosterVersions}`
  return {
    query,
    read: (row: Record<string, unknown> | undefined) => snapshotOf(row as SnapshotRow | undefined, known),
  }
}

/** Reads a snapshot. It holds for as long as the executor holds the assignment lock; without it, it is only a look. */
export async function readSnapshot(executor: Executor, customerIds?: readonly string[]): Promise<Snapshot> {
  const { query, read } = snapshotQuery(customerIds)
  const [row] = await executor.execute(query)
  return read(row)
}

/** Whoever has an emergency hears of further reports only while they are on duty: afterwards these go to somebody else. */
const isHere = ({ all, at }: Candidates, id: string): boolean =>
  all.some((candidate) => candidate.id === id && isOnDuty(candidate, at))

function snapshotOf(row: SnapshotRow | undefined, known: KnownStaff | undefined): Snapshot {
  const base = row?.staff ? learnStaff(row.version, row.staff) : known
  if (!row || !base) throw new Error("There is no roster version.")
  const candidates = new Candidates(withLoads(base, row.loads ?? "[]"), base.rules, row.at)
  const categories = (row.queued?.split(",") ?? []) as Category[]
  return {
    candidates,
    verified: new Set(row.verified?.split(",")),
    hasQueue: categories.some((category) => candidates.hasCapacityFor(category)),
    reports: openEmergenciesOf(row.reports).filter(
      ({ takenBy }) => takenBy === undefined || isHere(candidates, takenBy),
    ),
    filed: (row.filed ?? []) as SentLately[],
  }
}
