import { type SQL, sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { rosterVersions } from "@/db/schema/dispatch"
import type { Category } from "@/lib/model/category"
import { Candidates } from "./candidates"
import { CLEAN, type Known, knownCrew, learnCrew, NOW, remember } from "./known-staff"
import { QUEUED_CATEGORIES } from "./queue"

/** A database that was restored counts its changes once more. */
const TRUSTED_FOR = 60_000

/**
 * How things stand: the crew's version, the loads that have changed, who of these customers may be worked for, and
 * whether others wait.
 */
export const stateOf = (
  customerIds: readonly string[],
  { asOf }: Pick<Known, "asOf"> = knownCrew() ?? { asOf: 0 },
): SQL => sql`
  select (select version from ${rosterVersions}) as version, ${CLEAN}, ${asOf}::float8 as since,
    ${NOW} as at,
    (select string_agg(concat_ws(' ', number, load_change, open_requests, open_weight, open_emergencies, turn), ',')
      from ${staff} where load_change > ${asOf}) as loads,
    (select string_agg(id::text, ',') from ${accounts}
      where id = any(${`{${customerIds.join()}}`}::uuid[]) and email_verified_at is not null) as verified,
    ${QUEUED_CATEGORIES} as queued`

interface State {
  version: string
  clean: boolean
  since: number
  at: number
  loads: string | null
  verified: string | null
  queued: string | null
}

/** How things stand at one moment. */
export interface Snapshot {
  crew: Candidates
  /** Those of the customers asked about who have shown that their address is theirs. */
  verified: ReadonlySet<string>
  /** Others wait for what there is room for: whatever is no emergency comes behind them, unless it is more urgent. */
  hasQueue: boolean
}

/** Everybody at this moment; nothing when they have changed since they were read. */
export function standingOf(row: Record<string, unknown> | undefined, base = knownCrew()): Snapshot | undefined {
  const { version, clean, since, at, loads, verified, queued } = row as unknown as State
  if (base?.version !== version || since > base.asOf || Math.abs(at - base.learnedAt) > TRUSTED_FOR) return undefined
  const now = loads ? withLoads(base, loads) : base
  if (clean) remember(now)
  const crew = new Candidates(now.people, now.rules, at)
  const hasQueue = queued?.split(",").some((category) => crew.hasRoomFor(category as Category)) ?? false
  return { crew, verified: new Set(verified?.split(",")), hasQueue }
}

function withLoads(base: Known, loads: string): Known {
  const people = [...base.people]
  let { asOf } = base
  for (const entry of loads.split(",")) {
    const [number = 0, change = 0, open = 0, weight = 0, emergencies = 0, turn = 0] = entry.split(" ").map(Number)
    const place = people.findIndex((person) => person.number === number)
    const person = people[place]
    if (person) people[place] = { ...person, open, weight, emergencies, turn }
    asOf = Math.max(asOf, change)
  }
  return { ...base, people, asOf }
}

/** Everybody as they are now, for whoever holds the assignment lock or only wants to look. */
export async function readSnapshot(executor: Executor, customerIds: readonly string[] = []): Promise<Snapshot> {
  let base = knownCrew()
  for (;;) {
    const [row] = await executor.execute(stateOf(customerIds, base))
    const found = standingOf(row, base)
    if (found) return found
    base = await learnCrew(executor)
  }
}
