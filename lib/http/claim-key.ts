import { and, eq, isNull, sql } from "drizzle-orm"
import { v7 } from "uuid"
import { db } from "@/db/client"
import { idempotencyKeys } from "@/db/schema/sessions"
import { AppError } from "@/lib/model/errors"

/** Longer than a process is ever too busy to renew it. A call that was killed can be repeated after so long. */
const LEASE = sql`now() + interval '30 seconds'`
const KEPT_FOR = sql`now() + interval '24 hours'`

export interface NamedCall {
  caller: string
  key: string
  hashes: [string, ...string[]]
}

export type Claim =
  | { isDone: false; resourceId: string; isRepeated: boolean }
  | { isDone: true; status: number; body: string | null; filesHash: string | undefined }

export const rowOf = ({ caller, key }: NamedCall) =>
  and(eq(idempotencyKeys.caller, caller), eq(idempotencyKeys.key, key))

/**
 * Takes a key for a call, or gives the answer that it had.
 * @throws AppError `key_reused` when it belongs to another call, `conflict` while the call runs elsewhere
 */
export async function claimKey(call: NamedCall): Promise<Claim> {
  const { caller, key, hashes } = call
  const resourceId = v7()
  const old = sql`${idempotencyKeys.expiresAt} <= now()`
  const [taken] = await db
    .insert(idempotencyKeys)
    .values({ caller, key, callHash: hashes[0], resourceId, leasedUntil: LEASE, expiresAt: KEPT_FOR })
    .onConflictDoUpdate({
      target: [idempotencyKeys.caller, idempotencyKeys.key],
      set: {
        callHash: sql`case when ${old} then excluded.call_hash else ${idempotencyKeys.callHash} end`,
        resourceId: sql`case when ${old} then excluded.resource_id else ${idempotencyKeys.resourceId} end`,
        status: null,
        body: null,
        leasedUntil: LEASE,
        expiresAt: sql`case when ${old} then excluded.expires_at else ${idempotencyKeys.expiresAt} end`,
      },
      setWhere: sql`${old} or (${idempotencyKeys.status} is null and ${idempotencyKeys.leasedUntil} <= now()
        and ${idempotencyKeys.callHash} in ${hashes})`,
    })
    .returning({ resourceId: idempotencyKeys.resourceId })
  if (taken) return { isDone: false, resourceId: taken.resourceId, isRepeated: taken.resourceId !== resourceId }
  const [found] = await db.select().from(idempotencyKeys).where(rowOf(call))
  const [callHash = "", filesHash] = found?.callHash.split(BETWEEN) ?? []
  if (found && !hashes.includes(callHash)) throw keyReused()
  if (!found || found.status === null)
    throw new AppError("conflict", "This call is still running. Send it again to get its answer.", { retryAfter: 2 })
  return { isDone: true, status: found.status, body: found.body, filesHash }
}

/** Stands between the hash of a call and, once it is done, that of its files. */
const BETWEEN = "."

/** The hash of a call that is done, whose files are known by now. */
export const doneHash = ({ hashes }: NamedCall, filesHash: string): string => `${hashes[0]}${BETWEEN}${filesHash}`

export const keyReused = () =>
  new AppError("key_reused", "This Idempotency-Key was sent with another call. Send a new key with a new call.")

/** Keeps the key for the call while it runs. */
export const renewLease = (call: NamedCall) =>
  db
    .update(idempotencyKeys)
    .set({ leasedUntil: LEASE })
    .where(and(rowOf(call), isNull(idempotencyKeys.status)))

/** Lets the call be repeated at once, unless it has been done. */
export const endLease = (call: NamedCall) =>
  db
    .update(idempotencyKeys)
    .set({ leasedUntil: sql`now()` })
    .where(and(rowOf(call), isNull(idempotencyKeys.status)))
