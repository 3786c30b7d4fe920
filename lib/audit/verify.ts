import { and, asc, eq, gt, isNull, lt, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { auditEntries, auditSeals } from "@/db/schema/records"
import { ENTRY_TEXT, GENESIS, link } from "./chain"

const BATCH = 2000

/** A place in the chain that somebody has written down elsewhere. */
export interface Head {
  position: number
  hash: string
}

/** Either everything is as it was written, up to `head`; or the first thing that is not. */
export type Verdict = { head: Head } | { broken: string }

/**
 * Reads the whole chain. Given a `known` head, noted from an earlier run or from the log, it also tells when the end was
 * cut off or the whole chain was made anew.
 */
export async function verifyAudit(known?: Head): Promise<Verdict> {
  let head: Head = { position: 0, hash: GENESIS }
  for (;;) {
    const links = await linksAfter(head.position)
    if (links.length === 0) break
    for (const { position, entryId, hash, id, text } of links) {
      if (position !== head.position + 1) return { broken: `Seal ${head.position + 1} was removed.` }
      if (id === null) return { broken: `Entry ${entryId} was removed (seal ${position}).` }
      if (link(head.hash, text) !== hash) return { broken: `Entry ${entryId} was altered or moved (seal ${position}).` }
      head = { position, hash }
      if (known?.position === position && known.hash !== hash)
        return { broken: `Seal ${position} is not the one that was noted: the chain was made anew.` }
    }
  }
  if (known && head.position < known.position)
    return { broken: `The chain ends at seal ${head.position}, and ${known.position} was noted: its end was cut off.` }
  const slippedIn = await firstUnsealed()
  return slippedIn ? { broken: `Entry ${slippedIn} was never sealed: it was slipped in.` } : { head }
}

const linksAfter = (position: number) =>
  db
    .select({
      position: auditSeals.position,
      entryId: auditSeals.entryId,
      hash: auditSeals.hash,
      id: auditEntries.id,
      text: ENTRY_TEXT,
    })
    .from(auditSeals)
    .leftJoin(auditEntries, eq(auditEntries.id, auditSeals.entryId))
    .where(gt(auditSeals.position, position))
    .orderBy(asc(auditSeals.position))
    .limit(BATCH)

/** An entry that ought to have been sealed long ago, and whose number says that it is older than sealed ones. */
async function firstUnsealed(): Promise<number | undefined> {
  const [found] = await db
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
    .where(and(isNull(auditSeals.entryId), lt(auditEntries.createdAt, sql`now() - interval '1 hour'`)))
    .orderBy(asc(auditEntries.id))
    .limit(1)
  return found?.id
}
