import { type SQL, sql } from "drizzle-orm"
import { accounts, staff } from "@/db/schema/accounts"
import { emergencies } from "@/db/schema/dispatch"
import { settings } from "@/db/schema/records"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import { REQUIRED_SKILL } from "./required-skill-sql"

const NOW = sql`clock_timestamp()`

const POSTCODE = sql`${serviceRequests.premises} ->> 'postcode'`

/** A postcode, or the beginning of one, as `liesIn` writes it. */
const asWritten = (code: SQL) => sql`case
  when translate(upper(${code}), ' -', '') ~ '^[0-9]+$' then translate(upper(${code}), ' -', '')
  else regexp_replace(upper(trim(${code})), '^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$', '\\1 \\2') end`

const kind = (character: SQL) =>
  sql`case when ${character} ~ '[0-9]' then 'digit' when ${character} ~ '[A-Z]' then 'letter' else '' end`

/** SQL for `worksIn`, for a row of `staff` and one of `service_requests`. */
const WORKS_THERE = sql`(${staff.areas} = '{}' or exists (
  select from unnest(${staff.areas}) area, lateral (select ${asWritten(sql`area`)} as start, ${asWritten(POSTCODE)} as code) it
  where starts_with(code, start) and (code ~ '^[0-9]+$'
    or ${kind(sql`right(start, 1)`)} <> ${kind(sql`substr(code, length(start) + 1, 1)`)})))`

const ON_DUTY = sql`(${staff.absentFrom} <= ${NOW} and ${NOW} < ${staff.absentUntil}) is not true and (
  (${staff.available} and (${staff.shiftUntil} is null or ${staff.shiftFrom} <= ${NOW} and ${NOW} < ${staff.shiftUntil}))
  or (${staff.onCallFrom} <= ${NOW} and ${NOW} < ${staff.onCallUntil}))`

/** An emergency goes beyond anybody's capacity. */
const QUALIFIED = sql`exists (
  select from (select ${REQUIRED_SKILL} as skill) required
  where skill = any(${staff.categories}) and coalesce((${staff.levels} ->> skill::text)::int, 1) >= coalesce((
    select (value -> 'levels' ->> skill::text)::int from ${settings} where name = 'assignment'), 1))`

/**
 * SQL for `exclusionReason`, as far as it is about an emergency: true of a row of `staff` on duty and qualified for a row
 * of `service_requests`. Whoever has to enrol in a second factor first is kept out by the policy.
 */
const CAN_TAKE = sql`${ON_DUTY} and ${QUALIFIED} and ${WORKS_THERE}`

/** True of an emergency that this account can take, or that it was offered to. */
export const canTakeSql = (accountId: SQL): SQL => sql`(${accountId} = any(${emergencies.offered})
  or exists (select from ${staff} where ${staff.accountId} = ${accountId} and ${CAN_TAKE}))`

const takersSql = (which: SQL) => sql<string[] | null>`(
  select to_json(array(
    select ${staff.accountId} from ${staff} join ${accounts} on ${accounts.id} = ${staff.accountId}
    where ${accounts.state} = 'active' and ${accounts.role} <> 'administrator' and ${CAN_TAKE}
    union select unnest(${emergencies.offered})))
  from ${emergencies} where ${emergencies.requestId} = ${serviceRequests.id} and ${OPEN_ROWS} and ${which})`

/** Account ids of those who can take an open emergency, or could until somebody did; null for anything else. */
export const TAKERS = takersSql(sql`true`)

/** Account ids of those who may take it, since it is an emergency that nobody has acknowledged; null for anything else. */
export const OPEN_TO = takersSql(sql`${emergencies.acknowledgedAt} is null`)
