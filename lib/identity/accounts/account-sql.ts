import { inArray, sql } from "drizzle-orm"
import { accounts } from "@/db/schema/accounts"
import { LIVE_STATES } from "@/lib/model/role"

/** True for accounts that can be signed in to. Everywhere else disabled and deleted accounts count as unknown. */
export const CAN_SIGN_IN = inArray(accounts.state, [...LIVE_STATES])

/** True for the account with this email address, in whatever case it is typed. */
export const hasEmailSql = (email: string) => sql`lower(${accounts.email}) = lower(${email})`
