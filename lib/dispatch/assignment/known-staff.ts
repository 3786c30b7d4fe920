import { subscribe } from "node:diagnostics_channel"
import { type SQL, sql } from "drizzle-orm"
import type { AnyPgColumn } from "drizzle-orm/pg-core"
import type { Executor } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { rosterVersions } from "@/db/schema/dispatch"
import { settings } from "@/db/schema/records"
import { ableToWork } from "@/lib/dispatch/staff/member"
import { MUST_ENROL } from "@/lib/identity/auth/must-enrol"
import type { Candidate } from "./candidate"
import { AssignmentRules, DEFAULT_ASSIGNMENT } from "./rules"

/** Who there is, and how much everybody had to do at one moment. */
export interface Known {
  version: string
  people: readonly Candidate[]
  rules: AssignmentRules
  /** The number of the last change of a load that is in it. */
  asOf: number
  /** In milliseconds since 1970. */
  learnedAt: number
}

/**
 * Who there is changes seldom and takes long to read, and so do a thousand loads. The version tells when the people
 * have changed; of the loads, only what has changed since is read. Every change of a load takes the assignment lock for
 * its number, so that whoever sees one change sees all before it.
 */
let known: Known | undefined

// Connections are lost when a database fails over, which may take back its last changes, numbers and all.
subscribe("database.lost", () => {
  known = undefined
})

export const knownCrew = (): Known | undefined => known

/** Moments are whole milliseconds since 1970. */
export const NOW = sql`floor(extract(epoch from clock_timestamp()) * 1000)::float8`
/** What a transaction sees that has written nothing is true for everybody. */
export const CLEAN = sql`pg_current_xact_id_if_assigned() is null as clean`

/** Also what is older than what was known: the changes since are read again. */
export function remember(now: Known): void {
  known = now
}

/** Reads who there is, for everything that is decided from now on. */
export async function learnCrew(executor: Executor): Promise<Known> {
  const [row] = await executor.execute<Learned>(sql`
    select (select version from ${rosterVersions}) as version, ${CLEAN}, ${NOW} as at,
      (select coalesce(max(load_change), 0)::float8 from ${staff}) as "asOf",
      (select value from ${settings} where name = 'assignment') as rules,
      (select json_agg(json_build_object('id', account_id, 'number', number, 'name', name, 'role', role,
          'mustEnrol', ${MUST_ENROL}, 'available', available, 'capacity', capacity, 'categories', categories, 'levels', levels, 'areas', areas,
          'open', open_requests, 'weight', open_weight, 'emergencies', open_emergencies, 'turn', turn,
          'shift', ${span(staff.shiftFrom, staff.shiftUntil)}, 'onCall', ${span(staff.onCallFrom, staff.onCallUntil)},
          'absence', ${span(staff.absentFrom, staff.absentUntil)}) order by number)
        from ${staff} join ${accounts} on ${accounts.id} = ${staff.accountId}
        where ${ableToWork}) as people`)
  if (!row) throw new Error("The crew has no version.")
  const people = (row.people ?? []).map(personOf)
  const rules = AssignmentRules.parse(row.rules ?? DEFAULT_ASSIGNMENT)
  const learned = { version: row.version, people, rules, asOf: row.asOf, learnedAt: row.at }
  if (row.clean) remember(learned)
  return learned
}

interface Learned extends Record<string, unknown>, Pick<Known, "version" | "asOf"> {
  clean: boolean
  at: number
  people: Row[] | null
  rules: unknown
}

type Nullable<T> = { [K in keyof T]: T[K] | null }
type Row = Omit<Candidate, "shift" | "onCall" | "absence"> & Nullable<Pick<Candidate, "shift" | "onCall" | "absence">>

/** Field by field: what is made with a rest of fields takes four times as long to weigh. */
const personOf = (row: Row): Candidate => ({
  id: row.id,
  number: row.number,
  name: row.name,
  role: row.role,
  mustEnrol: row.mustEnrol,
  available: row.available,
  capacity: row.capacity,
  categories: row.categories,
  levels: row.levels,
  areas: row.areas,
  shift: row.shift ?? undefined,
  onCall: row.onCall ?? undefined,
  absence: row.absence ?? undefined,
  open: row.open,
  weight: row.weight,
  emergencies: row.emergencies,
  turn: row.turn,
})

const span = (from: AnyPgColumn, until: AnyPgColumn): SQL => sql`case when ${until} is not null then
  json_build_object('from', floor(extract(epoch from ${from}) * 1000), 'until', floor(extract(epoch from ${until}) * 1000)) end`
