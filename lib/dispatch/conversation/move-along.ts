import { type Tx, transaction } from "@/db/client"
import { assigning } from "@/lib/dispatch/assignment/assign-queue"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { moveWithin } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import type { WaitingFor } from "@/lib/model/status"
import { STATUS_AFTER } from "@/lib/requests/conversation/afterwards"
import type { Afterwards } from "@/lib/requests/conversation/contract"
import { seeRequest } from "@/lib/requests/get-request"

interface WithMove {
  id: string
  afterwards?: Afterwards | undefined
  waitingFor?: WaitingFor | undefined
  version?: number | undefined
}

/**
 * Runs `write` in a transaction, in which the request is then moved if that is asked for, and returns what `read` finds.
 * When the move is refused, nothing is written.
 * @throws AppError as `moveRequest` does
 */
export async function moveAlong<W, T>(
  actor: Actor,
  { id, afterwards, waitingFor, version }: WithMove,
  write: (tx: Tx) => Promise<W>,
  read: (tx: Tx, written: W) => Promise<T>,
): Promise<T> {
  if (afterwards === undefined || version === undefined) return transaction(async (tx) => read(tx, await write(tx)))
  const request = await seeRequest(actor, { id })
  const move = { id, to: STATUS_AFTER[afterwards], version, ...(waitingFor && { waitingFor }) }
  let written: { is: W } | undefined
  return assigning(
    async (tx: AssignmentTx) => {
      written = { is: await write(tx) }
      await moveWithin(tx, actor, request, move)
    },
    (tx) => read(tx, (written as { is: W }).is),
  )
}
