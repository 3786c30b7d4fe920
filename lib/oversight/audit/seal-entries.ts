import { desc, sql } from "drizzle-orm"
import { db, type Executor, type Tx, transaction } from "@/db/client"
import { auditEntries, auditSeals } from "@/db/schema/records"
import { wholeNumberSql } from "@/db/whole-number-sql"
import { ENTRY_TEXT, GENESIS, link } from "./chain"
import { UNSEALED } from "./seal-backlog"

const LOCK = 7_461_002
const BATCH = 1000

/**
 * Adds what was written since to the chain, a batch at a time; writers need not wait for it. Returns how many.
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
  const entries = await tx.execute<{ id: string; text: string }>(sql`
    with ${UNSEALED}, next as materialized (select id from unsealed order by id limit ${wholeNumberSql(BATCH)})
    select ${auditEntries.id}, ${ENTRY_TEXT} as text from next join ${auditEntries} on ${auditEntries.id} = next.id
    order by ${auditEntries.id}`)
  if (entries.length === 0) return 0
  const seals = entries.map(({ id, text }) => {
    hash = link(hash, text)
    return { position: ++position, entry_id: id, hash }
  })
  await tx.execute(sql`
    insert into ${auditSeals} (position, entry_id, hash) select position, entry_id, hash
    from json_to_recordset(${JSON.stringify(seals)}::json) as seals (position bigint, entry_id bigint, hash text)`)
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
