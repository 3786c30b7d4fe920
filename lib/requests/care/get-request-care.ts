import { eq } from "drizzle-orm"
import { db } from "@/db/client"
import { premisesRecords } from "@/db/schema/premises"
import { readCustomerNotes } from "@/lib/identity/customer-notes/get-customer-notes"
import { readNeeds } from "@/lib/identity/needs/read-needs"
import type { Actor } from "@/lib/model/actor"
import { authorize, permit } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { getRequest } from "@/lib/requests/get-request"
import type { RequestCare } from "./contract"

const NOTHING: RequestCare = { needs: [], language: null, visitPassword: null, access: "", notes: "" }

/**
 * What whoever works a request should know before they come: needs of its customer and access to its premises. When it is
 * over, staff have no more reason to know, and are told of nothing.
 * @throws AppError `not_found` when the actor may not see the request; `forbidden` when they do not work it
 */
export async function getRequestCare(actor: Actor, { id }: { id: string }): Promise<RequestCare> {
  const request = await getRequest(actor, { id })
  authorize(actor, "request.care", request)
  if (permit(actor, "request.care") === "assigned" && !isOpen(request.status)) return NOTHING
  const { customerId, premisesId } = request
  const [needs, { notes }, [place]] = await Promise.all([
    readNeeds(db, actor, request),
    readCustomerNotes(db, customerId),
    premisesId === null
      ? []
      : db.select({ access: premisesRecords.notes }).from(premisesRecords).where(eq(premisesRecords.id, premisesId)),
  ])
  const { language, visitPassword } = needs
  return { needs: needs.needs, language, visitPassword, access: place?.access ?? "", notes }
}
