import { sql } from "drizzle-orm"
import { accounts } from "@/db/schema/accounts"
import { secondFactors } from "@/db/schema/credentials"
import { settings } from "@/db/schema/records"

/** Whether the utility requires a second factor of its staff. */
export const STAFF_MUST_ENROL = sql<boolean>`coalesce((select ${settings.value} = 'true' from ${settings}
  where ${settings.name} = 'staffTwoFactorRequired'), false)`

/**
 * Of an account: staff that have to have a second factor and do not, so that they can open nothing else. Asked in the
 * order written: for customers nothing is looked up.
 */
export const MUST_ENROL = sql<boolean>`(${accounts.role} <> 'customer' and ${accounts.state} = 'active'
  and ${STAFF_MUST_ENROL}
  and not exists (select from ${secondFactors} where ${secondFactors.accountId} = ${accounts.id} and ${secondFactors.confirmedAt} is not null))`
