import { type SQL, type SQLWrapper, sql } from "drizzle-orm"

/** True for words of the customer among these events, also for those that releases up to 0.6 have written. */
export const writtenByCustomerSql = (events: SQLWrapper): SQL => sql`(
  ${events}.kind = 'messaged' and ${events}.data ->> 'from' = 'customer'
  or ${events}.kind = 'corrected' or ${events}.kind = 'noted' and ${events}.visible_to_customer)`
