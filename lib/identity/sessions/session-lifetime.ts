import { and, gt, isNull, sql } from "drizzle-orm"
import { accounts } from "@/db/schema/accounts"
import { sessions } from "@/db/schema/sessions"
import { CAN_SIGN_IN } from "@/lib/identity/accounts/account-sql"
import type { Role } from "@/lib/model/role"

const HOUR = 3_600_000

/** How long a session lasts at most, by the role of its account, in milliseconds. */
export const LIFETIME: Record<Role, number> = {
  customer: 30 * 24 * HOUR,
  staff: 12 * HOUR,
  supervisor: 12 * HOUR,
  administrator: 12 * HOUR,
}
const IDLE = 8 * HOUR

/** The moment this many milliseconds before now. */
export const agoSql = (ms: number) => sql`now() - make_interval(secs => ${ms / 1000}::int)`

/** How long somebody who has shown their password or a code is taken to be still there. */
export const CONFIRMED_MS = 15 * 60_000

/** True for a session in which the person has shown their password or a code of late. */
export const IS_CONFIRMED = sql<boolean>`coalesce(${sessions.confirmedAt} > ${agoSql(CONFIRMED_MS)}, false)`

/** By the role of the account now and not at sign-in: a customer who becomes staff does not keep a month's session. */
const OLDEST_START = sql.join(
  [
    sql`case ${accounts.role}`,
    ...Object.entries(LIFETIME).map(([role, ms]) => sql`when ${role}::role then ${agoSql(ms)}`),
    sql`end`,
  ],
  sql` `,
)

/** True for a session, joined with its account, that has not ended, expired or been idle for eight hours. */
export const IS_LIVE_SESSION = and(
  isNull(sessions.endedAt),
  gt(sessions.expiresAt, sql`now()`),
  gt(sessions.lastUsedAt, agoSql(IDLE)),
  gt(sessions.createdAt, OLDEST_START),
  CAN_SIGN_IN,
)
