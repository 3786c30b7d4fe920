import { type SQL, sql } from "drizzle-orm"
import type { AnyPgColumn } from "drizzle-orm/pg-core"
import type { Executor } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { rosterVersions } from "@/db/schema/dispatch"
import { settings } from "@/db/schema/records"
import { ableToWork } from "@/lib/accounts/member"
import { AssignmentRules, DEFAULTS } from "@/lib/settings/contract"
import { Crew } from "./crew"
import type { Person } from "./person"

type Known = { version: string; people: Omit<Person, keyof Load>[]; rules: AssignmentRules }

/** Who there is changes seldom and takes long to read; the version tells when it did. Loads are read each time. */
let known: Known | undefined

/** How things stand: the crew's version, everybody's load, and who of these customers may be worked for. */
export const stateOf = (customerIds: readonly string[]): SQL => sql`
  select (select version from ${rosterVersions}) as version,
    (extract(epoch from clock_timestamp()) * 1000)::float8 as at,
    (select string_agg(concat_ws(' ', number, open_requests, open_weight, open_emergencies, turn), ',') from ${staff}
      where available or on_call_until > now()) as loads,
    (select string_agg(id::text, ',') from ${accounts}
      where id = any(${`{${customerIds.join()}}`}::uuid[]) and email_verified_at is not null) as verified`

interface State {
  version: string
  at: number
  loads: string | null
  verified: string | null
}

/** How things stand at one moment. */
export interface Standing {
  crew: Crew
  /** Those of the customers asked about who have shown that their address is theirs. */
  verified: ReadonlySet<string>
}

/** Everybody at this moment; nothing when they have changed since they were read. */
export function crewOf(row: Record<string, unknown> | undefined): Standing | undefined {
  const { version, at, loads, verified } = row as unknown as State
  if (known?.version !== version) return undefined
  const byNumber = loadsOf(loads)
  const people = known.people.map((person) => ({ ...person, ...(byNumber.get(person.number) ?? NOT_HERE) }))
  return { crew: new Crew(people, known.rules, at), verified: new Set(verified?.split(",")) }
}

type Load = Pick<Person, "open" | "weight" | "emergencies" | "turn">
/** Those whose load was not asked for take nothing now. */
const NOT_HERE = { open: 0, weight: 0, emergencies: 0, turn: 0, available: false, onCall: undefined }

function loadsOf(loads: string | null): Map<number, Load> {
  const byNumber = new Map<number, Load>()
  for (const entry of loads?.split(",") ?? []) {
    const [number = 0, open = 0, weight = 0, emergencies = 0, turn = 0] = entry.split(" ").map(Number)
    byNumber.set(number, { open, weight, emergencies, turn })
  }
  return byNumber
}

/** Reads who there is, for everything that is decided from now on. */
export async function learnCrew(executor: Executor): Promise<void> {
  const [row] = await executor.execute<{ version: string; people: Row[] | null; rules: unknown }>(sql`
    select (select version from ${rosterVersions}) as version,
      (select value from ${settings} where name = 'assignment') as rules,
      (select json_agg(json_build_object('id', account_id, 'number', number, 'name', name, 'role', role,
          'available', available, 'capacity', capacity, 'categories', categories, 'levels', levels, 'areas', areas,
          'shift', ${span(staff.shiftFrom, staff.shiftUntil)}, 'onCall', ${span(staff.onCallFrom, staff.onCallUntil)}, 'absence', ${span(staff.absentFrom, staff.absentUntil)}) order by number)
        from ${staff} join ${accounts} on ${accounts.id} = ${staff.accountId}
        where ${ableToWork}) as people`)
  if (!row) throw new Error("The crew has no version.")
  const people = (row.people ?? []).map(({ shift, onCall, absence, ...person }) => ({
    ...person,
    shift: shift ?? undefined,
    onCall: onCall ?? undefined,
    absence: absence ?? undefined,
  }))
  known = { version: row.version, people, rules: AssignmentRules.parse(row.rules ?? DEFAULTS.assignment) }
}

type Nullable<T> = { [K in keyof T]: T[K] | null }
type Row = Omit<Person, keyof Load | "shift" | "onCall" | "absence"> &
  Nullable<Pick<Person, "shift" | "onCall" | "absence">>

const span = (from: AnyPgColumn, until: AnyPgColumn): SQL => sql`case when ${until} is not null then
  json_build_object('from', extract(epoch from ${from}) * 1000, 'until', extract(epoch from ${until}) * 1000) end`

/** Everybody as they are now, for whoever holds the assignment lock or only wants to look. */
export async function readCrew(executor: Executor, customerIds: readonly string[] = []): Promise<Standing> {
  for (;;) {
    const [row] = await executor.execute(stateOf(customerIds))
    const found = crewOf(row)
    if (found) return found
    await learnCrew(executor)
  }
}
