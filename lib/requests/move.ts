import { eq, sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { assignWaiting, lockAssignment } from "@/lib/assignment/assign"
import type { Actor } from "@/lib/auth/actor"
import { AppError } from "@/lib/errors"
import { authorize } from "@/lib/policy"
import { checkVersion, lockRequest } from "./lock"
import { record } from "./record"
import { canMove, isOpen, needsReason, STATUS_NAMES, type Status } from "./status"
import { showRequest } from "./view"

interface Move {
  id: string
  to: Status
  note?: string
  version: number
}

export function moveRequest(actor: Actor, { id, to, note, version }: Move) {
  return transaction(async (tx) => {
    // Work that ends makes room for work that waits.
    const frees = !isOpen(to)
    if (frees) await lockAssignment(tx)
    const request = await lockRequest(tx, id)
    authorize(actor, "request.move", request)
    checkVersion(request, version)
    const from = request.status
    if (!canMove(from, to)) throw new AppError("conflict", `A request that is ${name(from)} cannot become ${name(to)}.`)
    if (needsReason(from, to) && !note) throw missingReason()
    await Promise.all([
      tx
        .update(serviceRequests)
        .set({ status: to, version: sql`${serviceRequests.version} + 1`, updatedAt: sql`now()` })
        .where(eq(serviceRequests.id, id)),
      record(tx, actor, id, "moved", { from, to, ...(note && { note }) }),
    ])
    if (frees) await assignWaiting(tx)
    return showRequest(tx, id)
  })
}

const name = (status: Status) => STATUS_NAMES[status].toLowerCase()

function missingReason() {
  const message = "Enter a reason: the customer will read it"
  return new AppError("invalid", message, { fields: { note: message } })
}
