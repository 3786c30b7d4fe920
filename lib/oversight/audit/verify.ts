import { sql } from "drizzle-orm"
import { db, one } from "@/db/client"
import { auditEntries, auditSeals } from "@/db/schema/records"
import { wholeNumberSql } from "@/db/whole-number-sql"
import { ENTRY_TEXT, GENESIS, link } from "./chain"
import { digestOf, readRedactions } from "./redactions"
import { LAST_SEALED, unsealedAfterSql } from "./seal-backlog"

const BATCH = 2000

/** A place in the chain that somebody has written down elsewhere. */
export interface Head {
  position: number
  hash: string
}

/** Either everything is as it was written, up to `head`, save what `redacted` tells; or the first thing that is not. */
export type AuditVerification = { head: Head; redacted?: Redacted } | { broken: string }

/** The entry that says that words of customers were taken out of the log, and how many entries had them. */
export interface Redacted {
  by: number
  entries: number
}

/**
 * Reads the whole chain, a few thousand entries at a time. An entry that lost words of a customer is held against the
 * hash of what was left of it. Given a `known` head, noted from an earlier run or from the log, it also tells when the
 * end was cut off or the whole chain was made anew.
 */
export async function verifyAudit(known?: Head): Promise<AuditVerification> {
  const redactions = await readRedactions()
  if ("broken" in redactions) return redactions
  let head: Head = { position: 0, hash: GENESIS }
  for (;;) {
    const links = await linksAfter(head.position)
    if (links.length === 0) break
    for (const { position, entryId, hash, id, text } of links) {
      if (position !== head.position + 1) return { broken: `Seal ${head.position + 1} was removed.` }
      if (id === null) return { broken: `Entry ${entryId} was removed (seal ${position}).` }
      if (link(head.hash, text) !== hash && redactions.digests.get(id) !== digestOf(head.hash, text, hash))
        return { broken: `Entry ${entryId} was altered or moved (seal ${position}).` }
      head = { position, hash }
      if (known?.position === position && known.hash !== hash)
        return { broken: `Seal ${position} differs from the head noted earlier: the chain was rebuilt.` }
    }
  }
  if (known && head.position < known.position)
    return {
      broken: `The chain ends at seal ${head.position}, but ${known.position} was noted earlier: the end was cut off.`,
    }
  const slippedIn = await firstUnsealed()
  if (slippedIn) return { broken: `Entry ${slippedIn} was never sealed: it was inserted later.` }
  return { head, ...(redactions.by && { redacted: { by: redactions.by, entries: redactions.digests.size } }) }
}

interface Link extends Record<string, unknown> {
  position: number
  entryId: number
  hash: string
  /** Null when the entry is not there any more. */
  id: number | null
  text: string
}

/** The seals are cut off before their entries are looked up, by a length that the planner sees. */
const linksAfter = (position: number) =>
  db.execute<Link>(sql`
    select position::float8, entry_id::float8 as "entryId", hash, ${auditEntries.id}::float8, ${ENTRY_TEXT} as text
    from (select * from ${auditSeals} where position > ${position} order by position limit ${wholeNumberSql(BATCH)}) seals
    left join ${auditEntries} on ${auditEntries.id} = entry_id order by position`)

/** An entry that ought to have been sealed long ago: its number says that it is older than sealed ones. */
async function firstUnsealed(): Promise<number | undefined> {
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const { last, found } = one(
      await db.execute<{ last: number | null; found: number | null }>(sql`
        with ${unsealedAfterSql(sql`${after}::bigint`, BATCH)}
        select (select max(id)::float8 from written) as last, (select min(id)::float8 from unsealed
          where id < ${LAST_SEALED} and created_at < now() - interval '1 hour') as found`),
    )
    if (found !== null || last === null) return found ?? undefined
    after = last
  }
}
