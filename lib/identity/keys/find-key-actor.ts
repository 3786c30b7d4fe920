import { and, eq, gt, isNull, or, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { prepared } from "@/db/prepared"
import { accounts } from "@/db/schema/accounts"
import { apiKeyCustomers, apiKeys } from "@/db/schema/api-keys"
import type { Actor, Visitor } from "@/lib/model/actor"
import { coalesce } from "@/lib/runtime/coalesce"
import { hashKeySecret } from "./key-secret"

const FIVE_MINUTES = 5 * 60_000

const GIVEN_HASHES = sql`any(${sql.placeholder("hashes")}::text[])`
const IS_OVERLAPPING = gt(apiKeys.previousEndsAt, sql`now()`)

/**
 * The customers that a key acts for whose accounts are active. `api_keys.id` is spelled out because drizzle writes columns
 * without their table in a query of one table, and `id` would mean an inner table's.
 */
const ACTIVE_CUSTOMER_IDS = sql<string[]>`coalesce((
  select jsonb_agg(c.customer_id) from ${apiKeyCustomers} c join ${accounts} a on a.id = c.customer_id
  where c.key_id = api_keys.id and a.state = 'active'), '[]')`

const liveKeys = prepared((reader) =>
  reader
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      scopes: apiKeys.scopes,
      reach: apiKeys.reach,
      customerIds: ACTIVE_CUSTOMER_IDS,
      secretHash: apiKeys.secretHash,
      overlapping: sql<string | null>`case when ${IS_OVERLAPPING} then ${apiKeys.previousSecretHash} end`,
      previousEndsAt: apiKeys.previousEndsAt,
      expiresAt: apiKeys.expiresAt,
      lastUsedAt: apiKeys.lastUsedAt,
    })
    .from(apiKeys)
    .where(
      and(
        or(sql`${apiKeys.secretHash} = ${GIVEN_HASHES}`, sql`${apiKeys.previousSecretHash} = ${GIVEN_HASHES}`),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, sql`now()`)),
      ),
    ),
)

const liveKey = coalesce(async (hashes) => {
  const rows = await liveKeys.execute({ hashes: `{${hashes.join()}}` })
  return new Map(rows.flatMap((row) => [row.secretHash, row.overlapping].map((hash) => [hash ?? "", row])))
})

/**
 * Loads the API key with this secret as the actor of a request, with its scopes and customers at this moment. Returns
 * nothing when it was revoked, has expired, or the secret was replaced.
 */
export const findKeyActor = (secret: string, visitor: Visitor) => findKeyActorByHash(hashKeySecret(secret), visitor)

/** Loads an API key by the hash of its secret, which actors carry so that open streams can be checked again. */
export async function findKeyActorByHash(secretHash: string, visitor: Visitor): Promise<Actor | undefined> {
  const found = await liveKey(secretHash)
  if (!found) return undefined
  const { id, name, scopes, reach, customerIds, lastUsedAt } = found
  const now = Date.now()
  if (!lastUsedAt || now - lastUsedAt.getTime() > FIVE_MINUTES)
    await db
      .update(apiKeys)
      .set({ lastUsedAt: new Date(now) })
      .where(eq(apiKeys.id, id))
  const named = reach === "customers"
  const ends = secretHash === found.secretHash ? [found.expiresAt] : [found.expiresAt, found.previousEndsAt]
  return {
    ...visitor,
    id,
    name,
    // The role decides what answers show: a key sees as much as those it acts for. What it may do depends on its scopes.
    role: named ? "customer" : "staff",
    state: "active",
    sessionId: id,
    endsAt: earliest(ends),
    key: { id, scopes, secretHash, ...(named && { customerIds }) },
  }
}

function earliest(moments: (Date | null)[]): Date | undefined {
  const known = moments.filter((it) => it !== null)
  return known.length > 0 ? new Date(Math.min(...known.map((it) => it.getTime()))) : undefined
}
