import { type SQL, sql } from "drizzle-orm"
import { accounts, staff } from "@/db/schema/accounts"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { throttles } from "@/db/schema/sessions"
import { requestFlagSql } from "@/lib/platform/jobs/request-flag"
import type { Join, OpenEmergency } from "./join-of"
import { MOST_COUNTED } from "./most-counted"
import { tellSql } from "./tells-sql"

type Joining = Pick<OpenEmergency, "id" | "filer" | "tells" | "isOfHarm">

/** Supervisors are told once in so many hours that many emergencies come from one source. */
const ALARM_HOURS = 12
/** Of the reports that are counted these are told in the timeline of the first. */
const TOLD_AT = sql.raw("(times <= 10 or times in (20, 50, 100, 200, 500, 1000))")
/** So many are told to whoever is about to end the first; of more, some are each half a minute, so that it can be ended. */
const SEEN_EACH = 50

/** How many reports have joined an emergency. A flood is not counted to its end. */
export const timesSql = (lead: SQL): SQL<number> => sql`(
  select count(*)::int from (
    select from ${serviceRequests} joined where joined.joined_to = ${lead} limit ${MOST_COUNTED + 1}) counted)`

/** The statements that follow the insertion of a request which joins another: they tell the other's timeline, and supervisors. */
export function joinSql({ id: requestId, filer, tells, isOfHarm }: Joining, { to, because }: Join): SQL[] {
  const reportedAgain = sql`
    insert into ${requestEvents} (request_id, kind, data, visible_to_customer)
    select ${to}::uuid, 'reported_again', jsonb_build_object('requestId', ${requestId}::uuid, 'times', times), false
    from (select ${timesSql(sql`${to}`)} as times) again where ${TOLD_AT}`
  if (because === "filer") return filer === undefined ? [reportedAgain] : [reportedAgain, alarmSql(to, filer)]
  // Whoever ends the first one must have seen this one, which would end with it.
  const touched = sql`
    update ${serviceRequests} set version = version + 1, updated_at = now() where id = ${to}
      and (${timesSql(sql`${to}`)} <= ${SEEN_EACH} or updated_at < now() - interval '30 seconds')`
  return [reportedAgain, touched, tellSql(to, tells, isOfHarm)]
}

const alarmSql = (requestId: string, filer: string): SQL => sql`
  with alarm as (
    insert into ${throttles} (key, tries, ends_at)
    values (${`many-emergencies:${filer}`}, 1, now() + make_interval(hours => ${ALARM_HOURS}))
    on conflict (key) do update set ends_at = excluded.ends_at where ${throttles.endsAt} < now() returning key
  )
  select graphile_worker.add_job('send_mail', json_build_object(
    'kind', 'many_emergencies', 'accountId', ${accounts.id}, 'requestId', ${requestId}::text), priority => -5,
    flags => ${requestFlagSql()})
  from alarm, ${staff} join ${accounts} on ${accounts.id} = ${staff.accountId}
  where ${accounts.role} = 'supervisor' and ${accounts.state} = 'active'`
