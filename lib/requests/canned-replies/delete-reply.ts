import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { cannedReplies } from "@/db/schema/canned-replies"
import { type Actor, authorOf } from "@/lib/model/actor"
import { audit } from "@/lib/platform/audit/audit"
import { lockReply } from "./lock-reply"

/**
 * Deletes a text that staff answer with. What was sent with it stays.
 * @throws AppError `not_found` or `forbidden` by policy
 */
export const deleteReply = (actor: Actor, { id }: { id: string }): Promise<void> =>
  transaction(async (tx) => {
    await lockReply(tx, actor, id)
    await tx.delete(cannedReplies).where(eq(cannedReplies.id, id))
    await audit(tx, authorOf(actor), { action: "reply.deleted", subject: ["reply", id] })
  })
