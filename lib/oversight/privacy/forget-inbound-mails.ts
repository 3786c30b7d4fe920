import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { inboundMails } from "@/db/schema/inbound-mails"
import { settleToldOfGone } from "@/lib/oversight/notifications/tell-of-mail"
import { deleteInBatches } from "./delete-in-batches"
import type { RetentionSpan } from "./retention-rule"

const deleteOld = deleteInBatches(inboundMails, (span) => sql`${inboundMails.createdAt} < now() - ${span}::interval`)

/** Deletes emails whose time is over. Nobody has to read any more what they were told of those that are gone. */
export async function* forgetInboundMails(span: RetentionSpan, dry: boolean): AsyncGenerator<number> {
  yield* deleteOld(span, dry)
  if (!dry) await settleToldOfGone(db)
}
