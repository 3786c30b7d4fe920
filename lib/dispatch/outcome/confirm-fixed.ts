import { eq, sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { checkWritten, moveSql } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { checkKept } from "@/lib/requests/check-kept"
import { lockRequest } from "@/lib/requests/lock-request"
import { record } from "@/lib/requests/record-event"
import { showRequest } from "@/lib/requests/select-requests"
import type { FixConfirmation } from "./contract"
import { refuseDanger } from "./refuse-danger"

/**
 * Closes a resolved request whose customer says that it is fixed, keeps how content they are, and returns it. One that was
 * closed in silence can still be rated. What they have said already stays as it is.
 * @throws AppError `not_found` or `forbidden` by policy, `conflict` when it is not resolved, was rated otherwise, or its words
 * are erased and there is a comment, `invalid` for a comment that may tell of a danger.
 */
export function confirmFixed(actor: Actor, { id, rating, comment }: FixConfirmation) {
  return transaction(async (tx) => {
    const request = await lockRequest(tx, id)
    authorize(actor, "request.confirm", request)
    const { status, rating: given } = request
    if (status !== "resolved" && status !== "closed") throw notResolved(status)
    if (comment !== undefined) checkKept(request)
    refuseDanger(request, ["comment", comment], "If it is not fixed, tell us so below")
    const isNew = rating !== undefined && given === null
    if (rating !== undefined && given !== null && rating !== given)
      throw new AppError("conflict", "You have already rated this request.")
    if (status === "closed" && !isNew) return showRequest(tx, id)
    if (status === "resolved") {
      const move = { id, version: request.version, from: status, to: "closed", isEmergency: false } as const
      checkWritten([await tx.execute(moveSql(actor, move))])
    }
    if (isNew) await tx.update(serviceRequests).set({ rating, ratedAt: sql`now()` }).where(eq(serviceRequests.id, id))
    if (isNew) await record(tx, actor, id, "rated", { rating, ...(comment !== undefined && { comment }) })
    return showRequest(tx, id)
  })
}

const notResolved = (status: string) =>
  new AppError(
    "conflict",
    status === "cancelled" ? "This request was cancelled." : "We are still working on this request.",
  )
