import type { Tx } from "@/db/client"
import { isOnDuty } from "@/lib/dispatch/assignment/candidate"
import { readSnapshot } from "@/lib/dispatch/assignment/snapshot"

/** Whom to tell of what is late: the supervisors on duty, or all of them when nobody is. */
export async function supervisorsOnDuty(tx: Tx): Promise<string[]> {
  const { candidates } = await readSnapshot(tx)
  const all = candidates.all.filter(({ role }) => role === "supervisor")
  const present = all.filter((candidate) => isOnDuty(candidate, candidates.at))
  return (present.length > 0 ? present : all).map(({ id }) => id)
}
