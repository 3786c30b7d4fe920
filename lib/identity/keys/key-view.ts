import { eq, type SQL, sql } from "drizzle-orm"
import { type Executor, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { apiKeyCustomers, apiKeys } from "@/db/schema/api-keys"
import type { ApiKey } from "./contract"

/** The customers that a key acts for. Those whose accounts are disabled or deleted are left out. */
const ACTIVE_CUSTOMERS = sql<ApiKey["customers"]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'email', c.email) order by c.name, c.id)
  from ${apiKeyCustomers} k join ${accounts} c on c.id = k.customer_id
  where k.key_id = ${apiKeys.id} and c.state = 'active'), '[]')`

/** The columns that answers show: everything about a key but its secrets. */
const KEY_COLUMNS = {
  id: apiKeys.id,
  accountId: apiKeys.createdBy,
  name: apiKeys.name,
  scopes: apiKeys.scopes,
  reach: apiKeys.reach,
  customers: ACTIVE_CUSTOMERS,
  filingsPerHour: apiKeys.filingsPerHour,
  state: sql<ApiKey["state"]>`case when ${apiKeys.revokedAt} is not null then 'revoked'
    when ${apiKeys.expiresAt} <= now() then 'expired' else 'active' end`,
  createdBy: { id: accounts.id, name: accounts.name },
  createdAt: apiKeys.createdAt,
  expiresAt: apiKeys.expiresAt,
  lastUsedAt: apiKeys.lastUsedAt,
  previousEndsAt: sql`case when ${apiKeys.previousEndsAt} > now() then ${apiKeys.previousEndsAt} end`.mapWith(
    apiKeys.previousEndsAt,
  ),
  revokedAt: apiKeys.revokedAt,
}

/** Selects keys as answers show them. */
export const selectKeys = (executor: Executor, where?: SQL) =>
  executor.select(KEY_COLUMNS).from(apiKeys).innerJoin(accounts, eq(accounts.id, apiKeys.createdBy)).where(where)

/** Reads one key as answers show it. */
export const showKey = async (executor: Executor, id: string) => one(await selectKeys(executor, eq(apiKeys.id, id)))
