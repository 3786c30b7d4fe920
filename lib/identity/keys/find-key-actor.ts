import { and, eq, gt, isNull, or, sql } from "drizzle-orm"
import { db, prepared } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { apiKeyCustomers, apiKeys } from "@/db/schema/api-keys"
import type { Actor, Visitor } from "@/lib/model/actor"
import { together } from "@/lib/runtime/coalesce"
import { hashSecret } from "./key-secret"

const TOUCH_AFTER = 5 * 60_000

const isGiven = sql`any(${sql.placeholder("hashes")}::text[])`
const overlaps = gt(apiKeys.previousEndsAt, sql`now()`)

/**
 * A key acts for its customers for as long as each has an account that is active. The key's id is spelled out: where one
 * table is read, drizzle leaves its name away, and the inner tables have an id as well.
 */
const customerIds = sql<string[]>`coalesce((
  select jsonb_agg(c.customer_id) from ${apiKeyCustomers} c join ${accounts} a on a.id = c.customer_id
  where c.key_id = api_keys.id and a.state = 'active'), '[]')`

const liveKeys = prepared((reader) =>
  reader
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      scopes: apiKeys.scopes,
      reach: apiKeys.reach,
      customerIds,
      secretHash: apiKeys.secretHash,
      overlapping: sql<string | null>`case when ${overlaps} then ${apiKeys.previousSecretHash} end`,
      previousEndsAt: apiKeys.previousEndsAt,
      expiresAt: apiKeys.expiresAt,
      lastUsedAt: apiKeys.lastUsedAt,
    })
    .from(apiKeys)
    .where(
      and(
        or(sql`${apiKeys.secretHash} = ${isGiven}`, sql`${apiKeys.previousSecretHash} = ${isGiven}`),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, sql`now()`)),
      ),
    ),
)

const liveKey = together(async (hashes) => {
  const rows = await liveKeys.execute({ hashes: `{${hashes.join()}}` })
  return new Map(rows.flatMap((row) => [row.secretHash, row.overlapping].map((hash) => [hash ?? "", row])))
})

/** Whoever holds this secret, as the key is at this moment; nothing once it was revoked, has expired or was replaced. */
export const findKeyActor = (secret: string, visitor: Visitor) => findBearer(hashSecret(secret), visitor)

/** The same by the hash of the secret, as actors carry it along. */
export async function findBearer(secretHash: string, visitor: Visitor): Promise<Actor | undefined> {
  const found = await liveKey(secretHash)
  if (!found) return undefined
  const { id, name, scopes, reach, customerIds, lastUsedAt } = found
  const now = Date.now()
  if (!lastUsedAt || now - lastUsedAt.getTime() > TOUCH_AFTER)
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
    // A key sees what those see for whom it acts; what it may do is in the policy by its scopes alone.
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
