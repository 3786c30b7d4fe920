import postgres from "postgres"
import { hashPassword } from "@/lib/identity/passwords/hash-password"
import { fillAudit } from "./dataset-audit"
import { fillDeleted, fillHistory, fillTold, TOLD } from "./dataset-history"
import { takeIndexes } from "./dataset-indexes"
import { fillPremises } from "./dataset-premises"
import { varyPeople, varyRequests } from "./dataset-texts"

export interface Size {
  requests: number
  customers: number
  staff: number
  /** How many requests the busiest member of staff holds. */
  busiest: number
  /** How many of the requests are the first customer's; no more than anybody's when not given. */
  largest?: number
  /** How many open requests nobody has. */
  queued?: number
  /** How many entries the audit log has. */
  audit?: number
  /** Whether everybody writes in words of their own, so that searches meet common and rare ones. */
  varied?: boolean
  /** Whether requests were worked on, people told of it, and some accounts deleted. */
  told?: boolean
}

export const PASSWORD = "benchmark password"

/** The large tables. Their indexes are made when all is there. */
const INDEXED = ["service_requests", "request_search", "customer_search", "request_events", "audit_entries", ...TOLD]

/**
 * Fills an empty, migrated database. The first member of staff holds `busiest` requests, the rest share the others.
 * Indexes are made at the end and nothing is checked on the way, so that a million requests take a minute or two.
 */
export async function fill(url: string, size: Size): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  await sql`set maintenance_work_mem = '512MB'`
  await sql`set work_mem = '128MB'`
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    const indexes = await takeIndexes(tx, INDEXED)
    await fillPeople(tx, size)
    if (size.varied) await varyPeople(tx)
    await fillPremises(tx)
    await fillRequests(tx, size)
    if (size.varied) await varyRequests(tx)
    await fillChecks(tx)
    await fillSearch(tx)
    await fillAround(tx)
    if (size.told) for (const fillMore of [fillHistory, fillTold, fillDeleted]) await fillMore(tx)
    if (size.audit) await fillAudit(tx, size.audit)
    for (const { definition } of indexes) await tx.unsafe(definition)
  })
  await sql`vacuum analyze`
  await sql.end()
}

async function fillPeople(tx: postgres.TransactionSql, { customers, staff }: Size): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD)
  await tx`
    create temp table numbered on commit drop as
    select uuidv7(make_interval(secs => -i)) as id, role, i from (values ('customer', ${customers}::int), ('staff', ${staff}::int), ('supervisor', 1)) many (role, most)
      cross join lateral generate_series(1, most) i`
  await tx`
    insert into accounts (id, role, name, email, phone, password_hash, premises, email_verified_at)
    select id, role::role, initcap(role) || ' ' || i || case when role = 'customer' then
        ' ' || (array['Okafor', 'Müller', 'Nair', 'Reed', 'Novak', 'Smith', 'Costa', 'Haddad'])[1 + i % 8] else '' end,
      role || i || '@bench.test', '0113 496 0000', ${passwordHash},
      case when role = 'customer' then jsonb_build_object('line1', i || ' Mill Lane', 'town', 'Leeds', 'postcode', 'LS1 4AB',
        'mprn', (7416820305 + i)::text) end, now() from numbered`
  await tx`
    insert into staff (account_id, available, capacity, categories)
    select id, role = 'staff', 1000000, enum_range(null::category) from accounts where role in ('staff', 'supervisor')`
  await tx`create index on numbered (role, i)`
  await tx`update staff set team = 'North' where account_id in (select id from numbered where role = 'staff' and i <= 20)`
  await tx`analyze numbered`
}

/** Nobody files under “other”, and nothing is ever cancelled: what is not there has to be found out as quickly. */
async function fillRequests(tx: postgres.TransactionSql, size: Size): Promise<void> {
  const { requests, customers, staff, busiest, largest = 0, queued = 0 } = size
  const [record] =
    await tx`select from pg_attribute where attrelid = 'service_requests'::regclass and attname = 'premises_id'`
  const [column, value] = record ? [tx`, premises_id`, tx`, h.premises_id`] : [tx``, tx``]
  await tx`
    insert into service_requests
      (id, reference, customer_id, assignee_id, category, priority, status, title, description, premises, contact_preference, created_at, updated_at${column})
    select uuidv7(at - now()), 'GR-' || lpad(upper(to_hex(n)), 9, '0'), c.id, s.id,
      (enum_range(null::category))[1 + least(n % 16, 14)], (enum_range(null::priority))[1 + (n * 7) % 4],
      -- One in fifty is still open; of the busiest person's, one in five.
      case when s.id is null or n % 50 = 0 or (n <= ${busiest} and n % 5 = 0) then (enum_range(null::status))[1 + n % 3] else 'closed' end,
      'Request number ' || n || ' about the ' || (array['meter', 'meter', 'boiler', 'bill', 'kitchen cooker'])[1 + (n / 3) % 5]
        || case when n <= ${requests}::int / 10 then ' from the archive' else '' end || case when n % 1009 = 0 then ' urgently' else '' end,
      repeat('The display of the meter has shown nothing since Monday. ', 4),
      h.premises || jsonb_build_object('postcode', case when n % 1009 = 1 then 'SW1A 1AA' when n % 2 = 0 then 'LS1 4AB'
        else 'LS' || 2 + n % 19 || ' ' || n % 9 || 'QJ' end), 'phone', at, at${value}
    from generate_series(1, ${requests}::int) made (n)
      cross join lateral (select now() - make_interval(secs => (${requests}::int - n) * 60) as at) times
      join numbered c on c.role = 'customer' and c.i = case when n % 10 = 0 and n <= 10 * ${largest}::bigint then 1 else 1 + n % ${customers}::int end
      join homes h on h.customer_id = c.id
      left join numbered s on s.role = 'staff' and n <= ${requests}::int - ${queued}::int
        and s.i = case when n <= ${busiest}::int then 1 else 2 + n % (${staff}::int - 1) end`
}

/** Whether there is such a table: the drill of the upgrade fills the schema of the version before. */
async function isThere(tx: postgres.TransactionSql, table: string): Promise<boolean> {
  const [found] = await tx`select from pg_class where relname = ${table}`
  return found !== undefined
}

/** One request in 256, of normal priority, was once checked for danger. */
async function fillChecks(tx: postgres.TransactionSql): Promise<void> {
  if (!(await isThere(tx, "danger_checks"))) return
  await tx`
    insert into danger_checks (request_id, due_at, outcome)
    select id, created_at, 'no_danger' from service_requests where right(reference, 2) = '7A'`
}

/** What triggers do otherwise. */
async function fillSearch(tx: postgres.TransactionSql): Promise<void> {
  if (!(await isThere(tx, "request_search"))) return
  await tx`select refresh_request_search(array(select id from service_requests order by id))`
  await tx`select refresh_customer_search(array(select id from accounts where role = 'customer' order by id))`
}

/** Rows that belong to requests: first events, loads, clock checks and emergencies. */
async function fillAround(tx: postgres.TransactionSql): Promise<void> {
  await tx`
    insert into request_events (request_id, kind, actor_id, data, visible_to_customer, created_at)
    select id, 'filed', customer_id, '{"category": "other", "priority": "low"}', true, created_at from service_requests`
  await tx`
    update staff set open_requests = n, open_weight = weight, open_emergencies = emergencies from (
      select assignee_id, count(*) n, sum(weight_of(priority)) weight, count(*) filter (where priority = 'emergency') emergencies
      from service_requests where status in ('pending', 'in_progress', 'on_hold') group by assignee_id) load
    where assignee_id = account_id`
  await tx`
    insert into clock_checks (request_id)
    select id from service_requests where status in ('pending', 'in_progress', 'on_hold')`
  await tx`
    insert into emergencies (request_id, rung, offered_to, offered_at, due_at, offered, acknowledged_by, acknowledged_at)
    select id, 'qualified', assignee_id, created_at, created_at, array[assignee_id], assignee_id,
      case when status <> 'pending' or created_at < now() - interval '1 day' then created_at end
    from service_requests where priority = 'emergency' and assignee_id is not null`
  // A column that an older schema has not.
  const [due] = await tx`select from pg_attribute where attrelid = 'clock_checks'::regclass and attname = 'due_at'`
  if (due)
    await tx`
      update clock_checks set due_at = case when status = 'on_hold' then 'infinity' else created_at + interval '1 day' end
      from service_requests where id = request_id`
}
