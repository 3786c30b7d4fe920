import { eq } from "drizzle-orm"
import { one, type Tx } from "@/db/client"
import { type requestEvents, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import type { WrittenWords } from "@/lib/requests/conversation/contract"
import { entryOf } from "@/lib/requests/conversation/entry-of"
import type { Mentions } from "@/lib/requests/conversation/mentionable"

/** What the actor has just written, and how the request stands now. */
export async function written(
  tx: Tx,
  actor: Actor,
  event: typeof requestEvents.$inferSelect,
  told: Mentions = { mentioned: [], unreached: [] },
): Promise<WrittenWords> {
  const { status, version } = one(
    await tx
      .select({ status: serviceRequests.status, version: serviceRequests.version })
      .from(serviceRequests)
      .where(eq(serviceRequests.id, event.requestId)),
  )
  return { entry: entryOf(actor, event), ...told, status, version }
}
