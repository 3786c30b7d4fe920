import { and, eq } from "drizzle-orm"
import { db } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { AppError } from "@/lib/model/errors"
import { isOpen } from "@/lib/model/status"

/**
 * Checks that a customer has an earlier request with this id that has ended.
 * @throws AppError `invalid` when they have not, whether or not somebody else has one.
 */
export async function checkFollowedUp(id: string, customerId: string): Promise<void> {
  const [found] = await db
    .select({ status: serviceRequests.status })
    .from(serviceRequests)
    .where(and(eq(serviceRequests.id, id), eq(serviceRequests.customerId, customerId)))
  if (found && !isOpen(found.status)) return
  const message = found ? "That request is still open. Add details to it" : "The customer has no such request"
  throw new AppError("invalid", message, { fields: { followUpOf: message } })
}
