import { type SQL, sql } from "drizzle-orm"
import { accounts, staff } from "@/db/schema/accounts"
import { emergencyNotices } from "@/db/schema/dispatch"
import { requestFlagSql } from "@/lib/platform/jobs/request-flag"

/** Nobody is written to about one emergency twice within 5 minutes, then within 10, 20, 40, and 60 ever after. */
const PAUSE = sql`make_interval(mins => least(60, 5 * 2 ^ least(greatest(told.times - 1, 0), 5))::int)`

/**
 * Parts of a `with`, after one named `offered` that holds an emergency: notes every supervisor, or those among `readers`,
 * who is to be written to about it, since they have not been for long enough, and when. Each gets one mail a minute at most, so whatever else
 * comes up before it goes has the same moment and stands in the same mail.
 */
export const noticedSql = (readers?: readonly string[]): SQL => sql`, readers as (
      select ${accounts.id} as reader, case when last > clock_timestamp() then last
        else greatest(clock_timestamp(), last + interval '1 minute') end as moment
      from ${staff} join ${accounts} on ${accounts.id} = ${staff.accountId},
        lateral (select max(sent_at) as last from ${emergencyNotices} where account_id = ${accounts.id}) mails
      where ${accounts.role} = 'supervisor' and ${accounts.state} = 'active'
        ${readers ? sql`and ${accounts.id} = any(${`{${readers.join()}}`}::uuid[])` : sql``}
    ), noticed as (
      insert into ${emergencyNotices} as told (request_id, account_id, sent_at)
      select request_id, reader, moment from offered, readers
      on conflict (request_id, account_id) do update set times = told.times + 1, sent_at = excluded.sent_at
        where excluded.sent_at >= told.sent_at + ${PAUSE}
      returning account_id, sent_at
    )`

/** Queues the mails to those who are `noticed`: one for each reader and moment, whatever it will have to tell. */
export const mailNoticedSql = (): SQL => sql`
  select graphile_worker.add_job('send_mail',
    json_build_object('kind', 'emergency_unanswered', 'accountId', account_id, 'at', sent_at),
    job_key => 'emergencies:' || account_id || ':' || extract(epoch from sent_at),
    run_at => sent_at, priority => -5, flags => ${requestFlagSql()})
  from noticed`

/**
 * Somebody has acknowledged the emergencies with these ids. Should they drop them, supervisors are written to again
 * without the long pauses of before.
 */
export const endRemindersSql = (ids: SQL): SQL => sql`
  update ${emergencyNotices} set times = 0 where request_id in (${ids})`
