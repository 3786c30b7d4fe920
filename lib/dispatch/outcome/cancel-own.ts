import { and, eq, isNull, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { dangerChecks } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { assigning } from "@/lib/dispatch/assignment/assign-queue"
import { checkWritten, moveSql } from "@/lib/dispatch/move-request"
import { followLeadSql } from "@/lib/dispatch/reports/follow-lead-sql"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { lockRequest } from "@/lib/requests/lock-request"
import { authorSql } from "@/lib/requests/record-event"
import { DELETABLE, showRequest } from "@/lib/requests/select-requests"
import type { Cancellation } from "./contract"
import { refuseDanger } from "./refuse-danger"

const LEAD_CANCELLED = "The first report was cancelled"

/**
 * Cancels a request that nobody works on yet, as its customer wishes, and returns it. What they have cancelled already stays
 * as it is.
 * @throws AppError `not_found` or `forbidden` by policy, `conflict` when it is over, somebody works on it, or staff are
 * checking it for danger, `invalid` for a reason that may tell of a danger.
 */
export function cancelOwn(actor: Actor, { id, reason }: Cancellation) {
  return assigning(
    async (tx) => {
      const request = await lockRequest(tx, id)
      authorize(actor, "request.cancel", request)
      if (request.status === "cancelled") return
      await checkUnbegun(tx, request, "cancelled")
      refuseDanger(request, ["reason", reason], "If not, cancel with other words or without a reason")
      const unchecked = and(eq(dangerChecks.requestId, id), isNull(dangerChecks.outcome))
      if ((await tx.$count(dangerChecks, unchecked)) > 0)
        throw new AppError("conflict", "Our staff are checking this request for danger, so it cannot be cancelled yet.")
      const { version, status: from } = request
      const move = { id, version, from, to: "cancelled", note: reason, isEmergency: false } as const
      checkWritten([await tx.execute(moveSql(actor, move))])
      const ended = { by: authorSql(actor), leads: sql`select ${id}::uuid`, to: "cancelled" } as const
      if (request.priority === "emergency") await tx.execute(followLeadSql({ ...ended, note: LEAD_CANCELLED }))
    },
    (tx) => showRequest(tx, id),
  )
}

/**
 * Checks that nobody works on a request that is locked.
 * @throws AppError `conflict` when somebody does, or it is over. `what` ends the sentence.
 */
export async function checkUnbegun(
  tx: Tx,
  { id, status }: Pick<typeof serviceRequests.$inferSelect, "id" | "status">,
  what: "cancelled" | "corrected",
): Promise<void> {
  if (!isOpen(status)) throw new AppError("conflict", `This request has ended, so it cannot be ${what}.`)
  if ((await tx.$count(serviceRequests, and(eq(serviceRequests.id, id), DELETABLE))) === 0)
    throw new AppError("conflict", `Work on this request has started, so it cannot be ${what}.`)
}
