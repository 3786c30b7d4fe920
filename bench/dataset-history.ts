import postgres from "postgres"
import { takeIndexes } from "./dataset-indexes"

/** The tables of what people were told. */
export const TOLD = ["notifications", "deliveries", "inbound_mails"]

/** What is not open any more was acknowledged, begun and resolved, each at its own pace. */
export async function fillHistory(tx: postgres.TransactionSql): Promise<void> {
  await tx`
    insert into request_events (request_id, kind, data, visible_to_customer, created_at)
    select id, kind::event_kind, data::jsonb, true, created_at + make_interval(secs => after * exp(random() * 4))
    from service_requests, lateral (values (1, 'acknowledged', '{}', 20), (2, 'moved', '{"from": "pending", "to": "in_progress", "note": "N"}', 2000),
      (3, 'moved', '{"from": "in_progress", "to": "resolved"}', 9000)) step (n, kind, data, after)
    where status = 'closed' order by id, n`
}

/** One customer in a hundred has deleted the account, and what they wrote is erased. */
export async function fillDeleted(tx: postgres.TransactionSql): Promise<void> {
  await tx`
    update accounts set state = 'deleted' from (select id as gone, row_number() over (order by id desc) as n from accounts where role = 'customer') customers
    where gone = id and n > 100 and n % 100 = 0`
  await tx`
    update service_requests set description = '(erased)' where status = 'closed'
      and customer_id in (select id from accounts where state = 'deleted')`
}

/**
 * What people were told of in the ninety days that it is kept: customers of what was begun and resolved, staff of what they
 * were assigned, the supervisor of much that they never looked at; one in ten is unread. With the emails about it, most of
 * them sent, who is at the desk now, what came in by email, and a photo of each request, whose pictures were made today.
 */
export async function fillTold(tx: postgres.TransactionSql): Promise<void> {
  await tx`
    create temp table told on commit drop as
    select e.id as event_id, e.request_id, r.customer_id, r.assignee_id, e.data ->> 'to' as status, e.kind,
      now() - interval '90 days' * (1 - row_number() over (order by e.id) / (1.0 + count(*) over ())) as at
    from request_events e join service_requests r on r.id = e.request_id where e.kind in ('filed', 'moved')`
  await tx`
    insert into notifications (id, account_id, event_id, request_id, notice, read_at, changed_in, created_at)
    select uuidv7(at - now()), account_id, event_id, request_id, notice, case when event_id % 10 > 0 then at end,
      case when event_id % 10 > 0 then pg_current_xact_id() end, at from told, lateral (
      select customer_id as account_id, case when status = 'resolved' then 'resolved' else 'started' end as notice where kind = 'moved'
      union all select assignee_id, 'assigned_to_you' where kind = 'filed' and assignee_id is not null) one`
  await tx`
    insert into notifications (id, account_id, event_id, request_id, notice, created_at)
    select uuidv7(at - now()), (select id from accounts where role = 'supervisor' order by id limit 1), event_id, request_id, 'overdue_team', at
    from told where kind = 'filed' and event_id % 10 = 0`
  await tx`
    insert into deliveries (id, account_id, event_id, request_id, notice, channel, digest, state, due_at, created_at)
    select uuidv7(at - now()), customer_id, event_id, request_id, 'resolved', 'mail', event_id % 7 = 0,
      case when at > now() - interval '1 hour' then 'waiting' when event_id % 20 = 0 then 'dropped' else 'sent' end, at + interval '2 minutes', at
    from told where status = 'resolved'`
  await tx`
    insert into presences (request_id, account_id, page, doing, until)
    select r.id, s.account_id, 1, case when random() < 0.2 then 'typing' else 'viewing' end, now() + interval '1 day'
    from (select account_id, row_number() over () as n from staff) s
      join (select id, row_number() over (order by id desc) as n from service_requests order by id desc limit 400) r on r.n % 200 = s.n % 200`
  await tx`
    insert into inbound_mails (id, fingerprint, outcome, reason, account_id, request_id, event_id, sender, subject, text, raw, created_at)
    select uuidv7(at - now()), md5(event_id::text), case when kept then 'kept' else 'sent' end, case when kept then 'sender' end, customer_id, request_id,
      case when not kept then event_id end, case when kept then 'somebody@bench.test' end, case when kept then 'About my request' end,
      case when kept then repeat('It is still not working. ', 20) end, case when kept then repeat(md5(event_id::text), 500) end, at
    from (select *, event_id % 3000 = 0 as kept from told where kind = 'filed' and event_id % 5 = 0) came`
  await tx`insert into file_news (request_id) select request_id from told where kind = 'filed'`
}

/** Adds to a filled database what happened to its requests and who was told, unless it is there. */
export async function completeHistory(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  const [told] = await sql`select from notifications limit 1`
  if (!told) {
    await sql`set maintenance_work_mem = '512MB'`
    await sql`set work_mem = '256MB'`
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      const indexes = await takeIndexes(tx, ["request_events", ...TOLD])
      const [worked] = await tx`select from request_events where kind = 'acknowledged' limit 1`
      if (!worked) await fillHistory(tx)
      await fillTold(tx)
      await fillDeleted(tx)
      for (const { definition } of indexes) await tx.unsafe(definition)
    })
    await sql`vacuum analyze`
  }
  await sql.end()
}
