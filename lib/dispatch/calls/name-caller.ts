import { eq, sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { REPORTER } from "@/lib/dispatch/emergency-reports/reporter"
import { selectCustomer } from "@/lib/identity/customers/get-customer"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize, permit } from "@/lib/model/policy"
import { lockRequest } from "@/lib/requests/lock-request"
import { record } from "@/lib/requests/record-event"
import { showRequest } from "@/lib/requests/select-requests"

/**
 * Says who called about an emergency that was sent for nobody, which is that customer's from then on; returns it.
 * @throws AppError `forbidden` by the policy, `not_found` for what the actor did not take or a customer who is gone,
 *   `conflict` when it is a customer's already
 */
export async function nameCaller(actor: Actor, { id, customerId }: { id: string; customerId: string }) {
  permit(actor, "request.take")
  return transaction(async (tx) => {
    const request = await lockRequest(tx, id)
    if (request?.takenBy !== actor.id) throw new AppError("not_found", "You have not taken a call about this request.")
    if (request.customerId !== REPORTER.id) throw new AppError("conflict", "The caller has been named already.")
    const [customer] = await selectCustomer(tx, customerId).for("share")
    authorize(actor, "customer.read", customer)
    await tx
      .update(serviceRequests)
      .set({ customerId, version: sql`${serviceRequests.version} + 1`, updatedAt: sql`now()` })
      .where(eq(serviceRequests.id, id))
    await record(tx, actor, id, "noted_internally", { note: `The caller is ${customer.name}.` })
    return showRequest(tx, id)
  })
}
