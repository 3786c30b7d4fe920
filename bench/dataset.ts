import postgres from "postgres"
import { hashPassword } from "@/lib/auth/password"

export interface Size {
  requests: number
  customers: number
  staff: number
  /** How many requests the busiest member of staff holds. */
  busiest: number
}

export const PASSWORD = "benchmark password"

/** Fills an empty, migrated database. The first member of staff holds `busiest` requests, the rest share the others; a supervisor looks on. */
export async function fill(url: string, { requests, customers, staff, busiest }: Size): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  const passwordHash = await hashPassword(PASSWORD)
  const premises = { line1: "12 Mill Lane", town: "Leeds", postcode: "LS1 4AB", mprn: "7416820305" }
  await sql.begin(async (tx) => {
    await tx`alter table service_requests disable trigger user`
    await tx`alter table request_events disable trigger user`
    await tx`
      insert into accounts (id, role, name, email, phone, password_hash, premises, email_verified_at)
      select uuidv7(make_interval(secs => -i)), 'customer', 'Customer ' || i, 'customer' || i || '@bench.test', '0113 496 0000',
        ${passwordHash}, ${tx.json(premises)}, now() from generate_series(1, ${customers}) i`
    await tx`
      insert into accounts (id, role, name, email, phone, password_hash)
      select uuidv7(make_interval(secs => -i)), 'staff', 'Staff ' || i, 'staff' || i || '@bench.test', '0113 496 0000', ${passwordHash}
      from generate_series(1, ${staff}) i`
    await tx`
      insert into accounts (id, role, name, email, phone, password_hash)
      values (uuidv7(), 'supervisor', 'Supervisor', 'supervisor@bench.test', '0113 496 0000', ${passwordHash})`
    await tx`
      insert into staff (account_id, available, capacity, categories)
      select id, role = 'staff', 1000000, enum_range(null::category) from accounts where role in ('staff', 'supervisor')`
    await tx`
      with c as (select array_agg(id order by id) ids from accounts where role = 'customer'),
        s as (select array_agg(id order by email = 'staff1@bench.test' desc, id) ids from accounts where role = 'staff')
      insert into service_requests
        (id, reference, customer_id, assignee_id, category, priority, status, title, description, premises, contact_preference, created_at, updated_at)
      select uuidv7(at - now()), 'GR-' || lpad(upper(to_hex(i)), 9, '0'), c.ids[1 + i % ${customers}::int],
        s.ids[case when i <= ${busiest}::int then 1 else 2 + i % (${staff}::int - 1) end],
        (enum_range(null::category))[1 + i % 16], (enum_range(null::priority))[1 + (i * 7) % 4],
        -- One in twenty is still open; of the busiest person's, one in five.
        case when i % 20 = 0 or (i <= ${busiest}::int and i % 5 = 0) then (enum_range(null::status))[1 + i % 3] else 'closed' end,
        'Request number ' || i, repeat('The display of the meter has shown nothing since Monday. ', 4), ${tx.json(premises)}, 'phone', at, at
      from generate_series(1, ${requests}::int) i
        cross join lateral (select now() - make_interval(secs => (${requests}::int - i) * 60) as at) times, c, s`
    await tx`
      insert into request_events (request_id, kind, actor_id, data, visible_to_customer, created_at)
      select id, 'filed', customer_id, '{"category": "other", "priority": "low"}', true, created_at from service_requests`
    await tx`
      update staff set (open_requests, open_weight, open_emergencies) = (
        select count(*), coalesce(sum(weight_of(priority)), 0), count(*) filter (where priority = 'emergency')
        from service_requests r
        where r.assignee_id = account_id and r.status in ('pending', 'in_progress', 'on_hold'))`
    await tx`
      insert into clock_checks (request_id)
      select id from service_requests where status in ('pending', 'in_progress', 'on_hold')`
    await tx`alter table service_requests enable trigger user`
    await tx`alter table request_events enable trigger user`
  })
  await sql`vacuum analyze`
  await sql.end()
}
