import type { Tx } from "@/db/client"
import { assignQueue } from "@/lib/dispatch/assignment/assign-queue"
import { refreshRosters } from "./refresh-rosters"

/**
 * What follows from a change of rosters, of these accounts or of everybody: who works now is worked out, and what waits
 * is given out by it. The caller holds the assignment lock.
 */
export async function settleRosters(tx: Tx, accountIds?: readonly string[]): Promise<void> {
  await refreshRosters(tx, accountIds)
  await assignQueue(tx)
}
