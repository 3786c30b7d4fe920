import { type SQL, sql } from "drizzle-orm"

/** True of what PostgreSQL can read as an IPv6 address; whatever else a proxy wrote stays as it is. */
const IS_IPV6 = sql`(at ~ '^([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$' or (cardinality(string_to_array(at, ':')) <= 8
  and at ~ '^(([0-9a-f]{1,4}:)*[0-9a-f]{1,4})?::(([0-9a-f]{1,4}:)*[0-9a-f]{1,4})?$'))`

/** SQL for `networkOf`: of an IPv6 address its /64, since a household's devices change theirs daily. */
export const networkOfSql = (address: SQL): SQL => sql`(
  select case when ${IS_IPV6} then network(set_masklen(at::inet, 64))::text else at end from (select ${address} as at) whose)`
