import { type SQL, sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { emergencies } from "@/db/schema/dispatch"
import { settings } from "@/db/schema/records"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import { REQUIRED_SKILL } from "./required-skill-sql"

const NOW = sql`clock_timestamp()`

const bare = (code: SQL) => sql`translate(upper(${code}), ' -', '')`

/** A postcode, or the beginning of one, as `liesIn` writes it. */
const asWritten = (code: SQL) => sql`case when ${bare(code)} ~ '^[0-9]+$' then ${bare(code)}
  else regexp_replace(upper(trim(${code})), '^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$', '\\1 \\2') end`

/** What a row of `service_requests` needs. */
const NEED = sql`lateral (
  select skill, ${asWritten(sql`postcode`)} as code, coalesce((
    select (value -> 'levels' ->> skill::text)::int from ${settings} where name = 'assignment'), 1) as level
  from (select ${REQUIRED_SKILL} as skill, ${serviceRequests.premises} ->> 'postcode' as postcode offset 0) it offset 0) need`

const kind = (character: SQL) =>
  sql`case when ${character} ~ '[0-9]' then 'digit' when ${character} ~ '[A-Z]' then 'letter' else '' end`

/** SQL for `worksIn`. */
const WORKS_THERE = sql`(${staff.areas} = '{}' or need.code = '' or exists (
  select from unnest(${staff.areas}) area, lateral (select ${asWritten(sql`area`)} as start offset 0) it
  where starts_with(need.code, start) and (need.code ~ '^[0-9]+$'
    or ${kind(sql`right(start, 1)`)} <> ${kind(sql`substr(need.code, length(start) + 1, 1)`)})))`

const ON_DUTY = sql`(${staff.absentFrom} <= ${NOW} and ${NOW} < ${staff.absentUntil}) is not true and (
  (${staff.available} and (${staff.shiftUntil} is null or ${staff.shiftFrom} <= ${NOW} and ${NOW} < ${staff.shiftUntil}))
  or (${staff.onCallFrom} <= ${NOW} and ${NOW} < ${staff.onCallUntil}))`

/**
 * SQL for `exclusionReason`, as far as it is about an emergency, which goes beyond anybody's capacity: true of a row of
 * `staff` on duty and qualified for what a request needs. Whoever has to enrol in a second factor first is kept out by
 * the policy.
 */
const CAN_TAKE = sql`${ON_DUTY} and need.skill = any(${staff.categories})
  and coalesce((${staff.levels} ->> need.skill::text)::int, 1) >= need.level and ${WORKS_THERE}`

/** True of an emergency that this account can take, or that it was offered to. */
export const canTakeSql = (accountId: SQL): SQL => sql`(${accountId} = any(${emergencies.offered})
  or exists (select from ${staff}, ${NEED} where ${staff.accountId} = ${accountId} and ${CAN_TAKE}))`

/** True of an open emergency that nobody has, for a row of `service_requests`: not one whose assignee was asked again. */
export const UNACKNOWLEDGED = sql<boolean>`(${OPEN_ROWS} and exists (select from ${emergencies}
  where ${emergencies.requestId} = ${serviceRequests.id} and ${emergencies.acknowledgedAt} is null
    and not (${emergencies.askedAgain} and ${serviceRequests.assigneeId} is not null)))`

/** Whether an account can take an open emergency, or could until somebody did; authorises nobody. */
export async function canTake(executor: Executor, accountId: string, requestId: string): Promise<boolean> {
  const found = await executor.execute(sql`
    select from ${serviceRequests} join ${emergencies} on ${emergencies.requestId} = ${serviceRequests.id}
    where ${serviceRequests.id} = ${requestId} and ${OPEN_ROWS} and ${canTakeSql(sql`${accountId}::uuid`)}`)
  return found.length > 0
}
