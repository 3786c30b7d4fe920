import { sql } from "drizzle-orm"
import { accounts } from "@/db/schema/accounts"
import { secondFactors } from "@/db/schema/credentials"
import { settings } from "@/db/schema/records"

/** True when the utility requires a second factor of its staff. */
export const STAFF_MUST_ENROL = sql<boolean>`coalesce((select ${settings.value} = 'true' from ${settings}
  where ${settings.name} = 'staffTwoFactorRequired'), false)`

/**
 * True for an account of staff that must enrol in a second factor before it may do anything else. PostgreSQL evaluates
 * the parts in this order, so that customers cost no look-up.
 */
export const MUST_ENROL = sql<boolean>`(${accounts.role} <> 'customer' and ${accounts.state} = 'active'
  and ${STAFF_MUST_ENROL}
  and not exists (select from ${secondFactors} where ${secondFactors.accountId} = ${accounts.id} and ${secondFactors.confirmedAt} is not null))`
