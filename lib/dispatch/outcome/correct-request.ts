import { eq, sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { checkAdded, loudest } from "@/lib/dispatch/conversation/tell-request"
import { openDangerCheckSql } from "@/lib/dispatch/danger-checks/open-danger-check-sql"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { checkVersion, lockRequest } from "@/lib/requests/lock-request"
import { record } from "@/lib/requests/record-event"
import { showRequest } from "@/lib/requests/select-requests"
import { dangerAdded } from "@/lib/requests/urgency"
import { checkUnbegun } from "./cancel-own"
import type { Correction } from "./contract"

/**
 * Puts other words or another phone into a request that nobody works on yet, and returns it. Its timeline keeps those of
 * before. New words of danger are put before staff on duty; those of an emergency can only be added to, so that whoever was
 * alerted is told.
 * @throws AppError `not_found` or `forbidden` by policy, `conflict` when it has changed since, is over or somebody works on
 * it, `invalid` when nothing is corrected, `too_many_requests` as `checkAdded` says.
 */
export function correctRequest(actor: Actor, { id, description, contactPhone, version }: Correction) {
  return transaction(async (tx) => {
    const request = await lockRequest(tx, id)
    authorize(actor, "request.correct", request)
    const words = description !== undefined && description !== request.description ? description : undefined
    const phone = contactPhone !== undefined && contactPhone !== request.contactPhone ? contactPhone : undefined
    // A repeated call finds that everything stands there already.
    if (words === undefined && phone === undefined) return showRequest(tx, id)
    checkVersion(request, version)
    await checkUnbegun(tx, request, "corrected")
    if (words !== undefined && request.priority === "emergency") throw onlyAddedTo()
    const danger = words === undefined ? undefined : newDanger(request, words)
    await checkAdded(tx, id, danger !== undefined)
    await tx
      .update(serviceRequests)
      .set({
        version: sql`${serviceRequests.version} + 1`,
        updatedAt: sql`now()`,
        ...(words !== undefined && { description: words }),
        ...(phone !== undefined && { contactPhone: phone }),
      })
      .where(eq(serviceRequests.id, id))
    await record(tx, actor, id, "corrected", {
      ...(words !== undefined && { description: request.description }),
      ...(phone !== undefined && { phone: request.contactPhone ?? "" }),
      ...(await loudest(tx, id, danger)),
    })
    if (danger) await tx.execute(openDangerCheckSql(id))
    return showRequest(tx, id)
  })
}

/** What the words of before told as well has been put before staff, or judged to be none, already. */
function newDanger(request: Parameters<typeof dangerAdded>[0] & { description: string }, words: string) {
  const [before, now] = [dangerAdded(request, request.description), dangerAdded(request, words)]
  return now && before?.hazard === now.hazard && before.verdict === now.verdict ? undefined : now
}

function onlyAddedTo(): AppError {
  const message = "This is an emergency. Add details instead, so that our staff see them"
  return new AppError("conflict", message, { fields: { description: message } })
}
