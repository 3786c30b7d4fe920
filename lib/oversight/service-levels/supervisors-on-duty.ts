import type { Tx } from "@/db/client"
import { isOnDuty } from "@/lib/dispatch/assignment/candidate"
import { readSnapshot } from "@/lib/dispatch/assignment/snapshot"

/** Ids of the supervisors to alert: those on duty, or all of them when none is. */
export async function supervisorsOnDuty(tx: Tx): Promise<string[]> {
  const { candidates } = await readSnapshot(tx)
  const all = candidates.all.filter(({ role }) => role === "supervisor")
  const present = all.filter((candidate) => isOnDuty(candidate, candidates.at))
  return (present.length > 0 ? present : all).map(({ id }) => id)
}
