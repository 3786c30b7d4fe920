import { db } from "@/db/client"
import { REPORTER } from "@/lib/dispatch/emergency-reports/reporter"
import { Phone } from "@/lib/identity/accounts/contract"
import { customersWithPhone } from "@/lib/identity/customers/known-customers"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { may, permit } from "@/lib/model/policy"
import { findRequest } from "@/lib/requests/get-request"

/**
 * What has become of a request that the actor took, for them to tell the caller, also when it is not theirs to work on.
 * @throws AppError `forbidden` by the policy, `not_found` for what they did not take
 */
export async function getTaken(actor: Actor, { id }: { id: string }) {
  permit(actor, "request.take")
  const request = await findRequest(id)
  if (request?.takenBy?.id !== actor.id)
    throw new AppError("not_found", "You have not taken a call about this request.")
  const assigneeId = request.assignee?.id ?? null
  const isNobodys = request.customer.id === REPORTER.id
  const number = isNobodys ? Phone.safeParse(request.contactPhone ?? "").data : undefined
  const mayBe = number ? await customersWithPhone(db, number) : []
  return {
    ...request,
    isNobodys,
    mayBe,
    readable: may(actor, "request.read", { customerId: request.customer.id, assigneeId }),
  }
}
