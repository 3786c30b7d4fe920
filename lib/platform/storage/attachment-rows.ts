import { asc, gt, inArray } from "drizzle-orm"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { olderThan } from "./older-than"
import { pathOf } from "./store-paths"

const HOUR = 3_600_000
const BATCH = 500

/** Returns the ids, among these, that a row names. */
export async function namedByRows(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.select({ id: attachments.id }).from(attachments).where(inArray(attachments.id, ids))
  return new Set(rows.map(({ id }) => id))
}

/** Returns the ids, among these, that no row names. Files of the last hour are left out: their row may not be committed yet. */
export async function rowlessOf(ids: string[], now: number): Promise<string[]> {
  const named = await namedByRows(ids)
  return olderThan(
    now - HOUR,
    ids.filter((id) => !named.has(id)),
    pathOf,
  )
}

/** Yields the ids of all attachments, 500 at a time. */
export async function* attachmentIds(): AsyncGenerator<string[]> {
  let after: string | undefined
  do {
    const rows = await db
      .select({ id: attachments.id })
      .from(attachments)
      .where(after === undefined ? undefined : gt(attachments.id, after))
      .orderBy(asc(attachments.id))
      .limit(BATCH)
    if (rows.length > 0) yield rows.map(({ id }) => id)
    after = rows.at(-1)?.id
  } while (after !== undefined)
}
