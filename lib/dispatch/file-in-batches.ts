import { db, inTwoSteps, type Tx, transaction } from "@/db/client"
import { isUnavailable } from "@/db/errors"
import { assignQueue } from "@/lib/dispatch/assignment/assign-queue"
import { knownCrew, learnCrew } from "@/lib/dispatch/assignment/known-staff"
import { ASSIGNMENT_LOCK, lockAssignment } from "@/lib/dispatch/assignment/lock"
import { readSnapshot, type Snapshot, standingOf, stateOf } from "@/lib/dispatch/assignment/snapshot"
import { inBatches } from "@/lib/runtime/in-batches"
import { currentRequestId } from "@/lib/runtime/request-id"
import { type Filed, filing } from "./file-sql"

const batches = (work: (filed: Filed[]) => Promise<unknown>) =>
  inBatches<Filed>({ work, isOnes: (reason) => !isUnavailable(reason), most: 32 })

const emergenciesTogether = batches(fileAtOnce)
const ordinaryTogether = batches(fileInTurn)

/** Whoever files while others do shares their lock and their commit. An emergency waits behind nothing that is none. */
export function fileTogether(filed: Filed): Promise<void> {
  const traced = { ...filed, cameBy: currentRequestId() }
  return isEmergency(filed) ? emergenciesTogether(traced) : ordinaryTogether(traced)
}

async function fileInTurn(filed: Filed[]): Promise<void> {
  if (await fileAtOnce(filed)) return
  await transaction(async (tx) => {
    await lockAssignment(tx)
    await fileIn(tx, filed, await readSnapshot(tx, customersOf(filed)))
  })
}

/**
 * In two journeys, each given to the best person there is, counting what the ones before it were given. Where others wait
 * for the same room, nothing is done but for emergencies.
 */
async function fileAtOnce(filed: readonly Filed[]): Promise<boolean> {
  const customerIds = customersOf(filed)
  let base = knownCrew()
  let standing = undefined as Snapshot | undefined
  while (!standing) {
    await inTwoSteps([ASSIGNMENT_LOCK, stateOf(customerIds, base)], ([, state = []]) => {
      const found = standingOf(state[0], base)
      standing = found
      return found && !isBehind(filed, found) ? filed.flatMap((one) => filing(one, found)) : []
    })
    if (!standing) base = await learnCrew(db)
  }
  return !isBehind(filed, standing)
}

const customersOf = (filed: readonly Filed[]) => filed.map(({ customerId }) => customerId)

const isEmergency = ({ urgency }: Filed): boolean => urgency.priority === "emergency"

const isBehind = (filed: readonly Filed[], { hasQueue }: Snapshot): boolean => hasQueue && !filed.every(isEmergency)

/** Files requests; where others wait for the same room, all are given out in their order. The caller holds the assignment lock. */
export async function fileIn(tx: Tx, filed: readonly Filed[], standing: Snapshot): Promise<void> {
  for (const one of filed) for (const statement of filing(one, standing)) await tx.execute(statement)
  if (isBehind(filed, standing)) await assignQueue(tx, standing.crew)
}
