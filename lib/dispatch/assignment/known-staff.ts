import { type SQL, sql } from "drizzle-orm"
import type { AnyPgColumn } from "drizzle-orm/pg-core"
import { type Executor, one } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { settings } from "@/db/schema/records"
import { ABLE_TO_WORK } from "@/lib/dispatch/staff/member"
import { MUST_ENROL } from "@/lib/identity/two-factor/must-enrol"
import type { Candidate } from "./candidate"
import { Candidates } from "./candidates"
import { AssignmentRules, DEFAULT_ASSIGNMENT } from "./rules"

/**
 * Staff as this process read them last. Reading a thousand takes 10 to 20 ms, and they change seldom: triggers give the
 * roster a new random version with every change of what is read here, so that a version stands for one state for ever,
 * also when a transaction is rolled back or a database goes back to an earlier state. `withLoads` adds the loads.
 */
export interface KnownStaff {
  version: string
  rules: AssignmentRules
  /** With loads as they were last seen, which are never relied on. */
  candidates: readonly Candidate[]
}

let known: KnownStaff | undefined

export const knownStaff = (): KnownStaff | undefined => known

type Nullable<T> = { [K in keyof T]: T[K] | null }
type WindowName = "shift" | "onCall" | "absence"
type LoadName = "open" | "weight" | "emergencies" | "turn"
type CandidateRow = Omit<Candidate, WindowName | LoadName> & Nullable<Pick<Candidate, WindowName>>

/** The answer to `KNOWN_STAFF`. */
export interface StaffRow {
  rules: unknown
  people: CandidateRow[] | null
}

/** Spans of time are in milliseconds since 1970. */
const spanSql = (from: AnyPgColumn, until: AnyPgColumn): SQL => sql`case when ${until} is not null then
  json_build_object('from', floor(extract(epoch from ${from}) * 1000), 'until', floor(extract(epoch from ${until}) * 1000)) end`

/** Answers with a `StaffRow` of those of whom `which` is true. */
const staffSql = (which: SQL | undefined): SQL => sql`json_build_object(
  'rules', (select value from ${settings} where name = 'assignment'),
  'people', (select json_agg(json_build_object('id', account_id, 'number', number, 'name', name, 'role', role,
      'mustEnrol', ${MUST_ENROL}, 'available', available, 'capacity', capacity, 'categories', categories,
      'levels', levels, 'areas', areas, 'shift', ${spanSql(staff.shiftFrom, staff.shiftUntil)},
      'onCall', ${spanSql(staff.onCallFrom, staff.onCallUntil)},
      'absence', ${spanSql(staff.absentFrom, staff.absentUntil)}) order by number)
    from ${staff} join ${accounts} on ${accounts.id} = ${staff.accountId}
    where ${which}))`

export const KNOWN_STAFF: SQL = staffSql(ABLE_TO_WORK)

/** One member of staff as the only candidate, without their load; no candidate when they cannot work. */
export async function readCandidate(executor: Executor, id: string): Promise<Candidates> {
  const { found, at } = one(
    await executor.execute<{ found: StaffRow; at: number }>(sql`
      select ${staffSql(sql`${ABLE_TO_WORK} and account_id = ${id}`)} as found,
        floor(extract(epoch from clock_timestamp()) * 1000)::float8 as at`),
  )
  return new Candidates((found.people ?? []).map(candidateOf), rulesOf(found), at)
}

/** Remembers the staff of this version. */
export function learnStaff(version: string, row: StaffRow): KnownStaff {
  const candidates = (row.people ?? []).map(candidateOf)
  known = { version, rules: rulesOf(row), candidates }
  return known
}

const rulesOf = ({ rules }: StaffRow): AssignmentRules => AssignmentRules.parse(rules ?? DEFAULT_ASSIGNMENT)

/** Named field by field: objects made by spreading take four times as long to weigh. */
const candidateOf = (row: CandidateRow): Candidate => ({
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
  open: 0,
  weight: 0,
  emergencies: 0,
  turn: 0,
})

/**
 * The loads of all staff as a JSON array of lists in one order, with their numbers first: the quickest way to read a
 * thousand of them. Putting the lists into one array of the database takes half as long again.
 */
export const LOADS: SQL = sql`(select translate(concat('{', concat_ws(',', array_agg(number), array_agg(open_requests),
  array_agg(open_weight), array_agg(open_emergencies), array_agg(turn)), '}'), '{}', '[]') from ${staff})`

/** The candidates with the loads that `LOADS` read. */
export function withLoads(base: KnownStaff, loads: string): readonly Candidate[] {
  const [numbers = [], opens = [], weights = [], allEmergencies = [], turns = []] = JSON.parse(loads) as number[][]
  const placeOf: number[] = []
  for (const [place, number] of numbers.entries()) placeOf[number] = place
  const candidates = base.candidates.map((candidate) => {
    const place = placeOf[candidate.number] ?? -1
    const [open = 0, weight = 0] = [opens[place], weights[place]]
    const [emergencies = 0, turn = 0] = [allEmergencies[place], turns[place]]
    const isSame =
      open === candidate.open &&
      weight === candidate.weight &&
      emergencies === candidate.emergencies &&
      turn === candidate.turn
    return isSame ? candidate : { ...candidate, open, weight, emergencies, turn }
  })
  if (known?.version === base.version) known = { ...base, candidates }
  return candidates
}
