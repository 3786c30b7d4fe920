import { and, eq, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { requestEvents } from "@/db/schema/requests"
import { EVENT_FIELDS } from "@/lib/model/event"

const { erasedTo } = EVENT_FIELDS.attached.name

/** Erases the name of a file from the history of its request, which goes on saying that a file was attached. */
export const forgetName = (tx: Tx, { id, requestId }: { id: string; requestId: string }) =>
  tx
    .update(requestEvents)
    .set({ data: sql`jsonb_set(${requestEvents.data}, '{name}', to_jsonb(${erasedTo}::text))` })
    .where(
      and(
        eq(requestEvents.requestId, requestId),
        eq(requestEvents.kind, "attached"),
        sql`${requestEvents.data} ->> 'attachmentId' = ${id}`,
      ),
    )
