import { eq } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"

type Request = Pick<typeof serviceRequests.$inferSelect, "assigneeId" | "joinedTo">

/** Whose a request is, as the policy sees it: its assignee's, or that of the emergency which it has joined. */
export async function assigneeOrLeads(tx: Tx, { assigneeId, joinedTo }: Request): Promise<string | null> {
  if (assigneeId || !joinedTo) return assigneeId
  const [lead] = await tx
    .select({ assigneeId: serviceRequests.assigneeId })
    .from(serviceRequests)
    .where(eq(serviceRequests.id, joinedTo))
  return lead?.assigneeId ?? null
}
