import type { Tx } from "@/db/client"
import { isOnDuty } from "@/lib/dispatch/assignment/person"
import { readCrew } from "@/lib/dispatch/assignment/read-crew"

/** Ids of the supervisors to alert: those on duty, or all of them when none is. */
export async function supervisorsOnDuty(tx: Tx): Promise<string[]> {
  const { crew } = await readCrew(tx)
  const all = crew.people.filter(({ role }) => role === "supervisor")
  const present = all.filter((person) => isOnDuty(person, crew.at))
  return (present.length > 0 ? present : all).map(({ id }) => id)
}
