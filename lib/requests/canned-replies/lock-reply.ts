import { eq } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { cannedReplies } from "@/db/schema/canned-replies"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"

/**
 * Locks a reply that the actor may change.
 * @throws AppError `not_found` or `forbidden` by policy
 */
export async function lockReply(tx: Tx, actor: Actor, id: string) {
  const [reply] = await tx.select().from(cannedReplies).where(eq(cannedReplies.id, id)).for("update")
  const seen: ({ accountId?: string } & NonNullable<typeof reply>) | undefined = reply
  authorize(actor, "reply.edit", seen)
  return seen
}
