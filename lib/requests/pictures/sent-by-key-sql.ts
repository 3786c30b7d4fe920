import { type SQL, sql } from "drizzle-orm"
import { attachments, requestEvents } from "@/db/schema/requests"

/**
 * Whether an API key sent an attachment: this one, or any. A key is no account: its files belong to the customer it acts
 * for, and only their event says who sent them.
 */
export const sentByKeySql = (keyId?: string): SQL<boolean> => sql<boolean>`exists (
  select from ${requestEvents} where ${requestEvents.requestId} = ${attachments.requestId} and ${requestEvents.kind} = 'attached'
    and ${keyId === undefined ? sql`${requestEvents.apiKeyId} is not null` : sql`${requestEvents.apiKeyId} = ${keyId}`}
    and ${requestEvents.data} ->> 'attachmentId' = ${attachments.id}::text)`
