import { and, eq, inArray, not } from "drizzle-orm"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { sentByKeySql } from "./sent-by-key-sql"

/** Those of these attachments that somebody sent themselves: with their account, or with this API key. */
export async function sentBy({ id, key }: Actor, ids: readonly string[]): Promise<Set<string>> {
  const theirs = key ? sentByKeySql(key.id) : and(eq(attachments.uploadedBy, id), not(sentByKeySql()))
  const rows = await db
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(inArray(attachments.id, [...ids]), theirs))
  return new Set(rows.map((row) => row.id))
}
