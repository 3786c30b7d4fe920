import { asc, desc, sql } from "drizzle-orm"
import { db, type Executor, type Tx, transaction } from "@/db/client"
import { auditEntries, auditSeals } from "@/db/schema/records"
import { log } from "@/lib/log"
import { ENTRY_TEXT, GENESIS, link } from "./chain"

const LOCK = 7_461_002
const BATCH = 1000
/** Entries are numbered when written and seen when committed: some come into sight after later ones. */
const LATE = 20_000
const EVERY = 5_000

/**
 * Adds what was written since to the chain, a batch at a time; whoever writes need not wait for it. Gives how many.
 * One process does it, the others have nothing to do.
 */
export async function sealEntries(): Promise<number> {
  let sealed = 0
  let batch: number
  do {
    batch = await transaction(sealBatch)
    sealed += batch
  } while (batch === BATCH)
  return sealed
}

async function sealBatch(tx: Tx): Promise<number> {
  const [lock] = await tx.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${LOCK}::bigint) as mine`)
  if (!lock?.mine) return 0
  let { position, hash } = await headOfChain(tx)
  const entries = await tx
    .select({ id: auditEntries.id, text: ENTRY_TEXT })
    .from(auditEntries)
    .where(sql`${auditEntries.id} > (select coalesce(max(entry_id), 0) - ${LATE}::bigint from ${auditSeals})
      and not exists (select from ${auditSeals} where entry_id = ${auditEntries.id})`)
    .orderBy(asc(auditEntries.id))
    .limit(BATCH)
  if (entries.length === 0) return 0
  const seals = entries.map(({ id, text }) => {
    hash = link(hash, text)
    return { position: ++position, entryId: id, hash }
  })
  await tx.insert(auditSeals).values(seals)
  return entries.length
}

/** The last seal. Noted outside of the database, it tells later that no end was cut off and no chain made anew. */
export async function headOfChain(executor: Executor = db) {
  const [head] = await executor
    .select({ position: auditSeals.position, hash: auditSeals.hash })
    .from(auditSeals)
    .orderBy(desc(auditSeals.position))
    .limit(1)
  return head ?? { position: 0, hash: GENESIS }
}

/** Seals every few seconds, for as long as the process lives. */
export function keepSealing(): void {
  setInterval(
    () => void sealEntries().catch((err: unknown) => log.warn({ err }, "the audit log was not sealed; tried again")),
    EVERY,
  ).unref()
}
