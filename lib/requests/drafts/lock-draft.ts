import { eq } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { requestDrafts } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"

/** Locks the actor's draft and returns it; undefined when there is none. */
export async function lockDraft(tx: Tx, actor: Actor) {
  const [draft] = await tx.select().from(requestDrafts).where(eq(requestDrafts.customerId, actor.id)).for("update")
  return draft
}
