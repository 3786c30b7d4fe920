import { assignQueue } from "@/lib/dispatch/assignment/assign-queue"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { refreshRosters } from "./refresh-rosters"

/** After a change of rosters, of these accounts or of everybody: works out who is on duty and assigns the queue by it. */
export async function settleRosters(tx: AssignmentTx, accountIds?: readonly string[]): Promise<void> {
  await refreshRosters(tx, accountIds)
  await assignQueue(tx)
}
