import type postgres from "postgres"

/** Entries as they come, most of them about requests, many by one person; some actions and kinds of subject never happen. */
export async function fillAudit(tx: postgres.TransactionSql, entries: number): Promise<void> {
  await tx`
    create temp table subjects on commit drop as
    select id, 'request' as type, row_number() over (order by id) as n from service_requests
    union all select id, 'account', row_number() over (order by id) from accounts`
  await tx`analyze subjects`
  const most = tx`select type, count(*)::int as most from subjects group by type`
  const { request = 1, account = 1 } = Object.fromEntries((await most).map(({ type, most }) => [type, most]))
  await tx`
    insert into audit_entries (action, subject_type, subject_id, actor_id, address, data, created_at)
    select (array['request.filed', 'request.assigned', 'request.moved', 'request.moved', 'account.signed_in', 'account.signed_in'])[1 + i % 6],
      s.type, s.id, a.id, '192.0.2.1', '{"to": "in_progress"}', now() - make_interval(secs => ${entries}::int - i)
    from generate_series(1, ${entries}::int) i
      join subjects a on a.type = 'account' and a.n = case when i % 50 = 0 then 1 else 1 + i % ${account}::int end
      join subjects s on s.type = case when i % 6 < 4 then 'request' else 'account' end
        and s.n = 1 + i % case when i % 6 < 4 then ${request}::int else ${account}::int end
    order by i`
  await tx`
    insert into audit_entries (action, subject_type, subject_id, actor_id, address, data, created_at)
    select 'request.deleted', 'request', gen_random_uuid(), id, '192.0.2.1', jsonb_build_object('reference', 'GR-' || n, 'customerId', id),
      now() - interval '1 day' from subjects where type = 'account'`
  await tx`
    insert into audit_entries (action, subject_type, subject_id, actor_id, address, data)
    select action, type, 'two_factor', null, '192.0.2.1', '{}'
    from (values ('setting.changed', 'setting'), ('key.created', 'key')) rare (action, type)`
}
