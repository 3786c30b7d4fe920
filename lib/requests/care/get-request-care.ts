import { eq, sql } from "drizzle-orm"
import { prepared } from "@/db/prepared"
import { customerCare, premisesRecords } from "@/db/schema/premises"
import { serviceRequests } from "@/db/schema/requests"
import { NEEDS_READ, needsFor } from "@/lib/identity/needs/read-needs"
import type { Actor } from "@/lib/model/actor"
import { authorize, permit } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { seeRequest } from "@/lib/requests/get-request"
import type { RequestCare } from "./contract"

const NOTHING: RequestCare = { needs: [], language: null, visitPassword: null, access: "", notes: "" }

const careOf = prepared((db) =>
  db
    .select({ needs: NEEDS_READ, notes: customerCare.notes, access: premisesRecords.notes })
    .from(serviceRequests)
    .leftJoin(customerCare, eq(customerCare.customerId, serviceRequests.customerId))
    .leftJoin(premisesRecords, eq(premisesRecords.id, serviceRequests.premisesId))
    .where(eq(serviceRequests.id, sql.placeholder("id"))),
)

/**
 * What whoever works a request should know before they come: needs of its customer and access to its premises. When it is
 * over, staff have no more reason to know, and are told of nothing.
 * @throws AppError `not_found` when the actor may not see the request; `forbidden` when they do not work it
 */
export async function getRequestCare(actor: Actor, { id }: { id: string }): Promise<RequestCare> {
  const request = await seeRequest(actor, { id })
  authorize(actor, "request.care", request)
  if (permit(actor, "request.care") === "assigned" && !isOpen(request.status)) return NOTHING
  const [found] = await careOf.execute({ id })
  const { needs, language, visitPassword } = needsFor(actor, request, found?.needs)
  return { needs, language, visitPassword, access: found?.access ?? "", notes: found?.notes ?? "" }
}
