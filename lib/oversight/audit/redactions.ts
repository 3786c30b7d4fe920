import { createHash } from "node:crypto"
import { asc, eq, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { auditEntries, auditRedactions, auditSeals } from "@/db/schema/records"

interface Redactions {
  /** The entry that tells of them, if there is one. */
  by?: number
  /** For each entry that lost words, the hash of what is left. */
  digests: ReadonlyMap<number, string>
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex")

/** The hash of what is left of an entry. It covers the seal before and the entry's own, so that the chain is not cut there. */
export const digestOf = (before: string, text: string, seal: string): string => hashOf(`${before}\n${text}\n${seal}`)

/**
 * The entries that lost words of customers once. Of what tells of such a thing only the first in the chain counts, so that
 * an altered entry cannot be excused by another. Returns `broken` when the list is not the one that this entry covers.
 */
export async function readRedactions(): Promise<Redactions | { broken: string }> {
  const [told] = await db
    .select({ id: auditEntries.id, data: auditEntries.data })
    .from(auditEntries)
    .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
    // Spelled out, so that the planner sees how rare it is.
    .where(sql`${auditEntries.action} = 'audit.redacted'`)
    .orderBy(asc(auditSeals.position), asc(auditEntries.id))
    .limit(1)
  if (!told) return { digests: new Map() }
  const list = await db.select().from(auditRedactions).orderBy(asc(auditRedactions.entryId))
  const whole = list.map(({ entryId, digest }) => `${entryId}:${digest}`).join()
  if (hashOf(whole) !== told.data.digest)
    return { broken: `The list of redacted entries was altered (entry ${told.id} covers it).` }
  return { by: told.id, digests: new Map(list.map(({ entryId, digest }) => [entryId, digest])) }
}
