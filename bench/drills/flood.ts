import postgres, { type Sql } from "postgres"
import { startApp } from "./app"

const MADE_UP = 200
const REAL = 5
const LANES = 20
const STAFF = 6
const SUPERVISORS = 2
/** How long a person has to acknowledge, in seconds: an emergency that is offered later than that has waited too long. */
const SECONDS = 60
const FLOOD = "203.0.113.7"

interface Sent {
  status: number
  took: number
}

/** One address reports emergency after emergency, while real ones come from others: each real one is offered at once. */
export async function floodHoldsNobodyUp(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 2, onnotice: () => undefined })
  await prepare(sql)
  const app = await startApp(url, { EMERGENCY_ACK_SECONDS: String(SECONDS), TRUSTED_PROXIES: "1" })
  const made = Array.from({ length: MADE_UP }, (_, i) => () => report(app.address, FLOOD, `${i + 1} Flood Street`))
  const real = Array.from(
    { length: REAL },
    (_, i) => () => report(app.address, `198.51.100.${i + 1}`, `${i + 1} True Street`),
  )
  // A real one after every so many.
  const all = made.flatMap((send, i) => {
    const next = i % (MADE_UP / REAL) === MADE_UP / REAL / 2 ? real[Math.floor(i / (MADE_UP / REAL))] : undefined
    return next ? [send, next] : [send]
  })
  const sent: Sent[] = []
  const rest = all[Symbol.iterator]()
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (const next of rest) sent.push(await next())
    }),
  )
  await app.stop()
  const figures = await look(sql)
  await sql`update emergencies set acknowledged_at = now()`
  await sql.end()
  const refusals = sent.map(({ status }) => status).filter((status) => status !== 201)
  console.log(
    `flood: ${sent.length} reports, ${refusals.length} refused (${[...new Set(refusals)].join(", ") || "none"}), the slowest answered in ${Math.max(...sent.map(({ took }) => took)).toFixed(0)} ms;`,
    Object.entries(figures)
      .map(([name, value]) => `${value} ${name}`)
      .join(", "),
  )
  return (
    refusals.length === 0 &&
    figures["of the address escalated"] === 2 &&
    figures["of the address joined"] === MADE_UP - 2 &&
    figures["real ones offered to somebody"] === REAL &&
    Number(figures["ms from a real one to its offer at most"]) < SECONDS * 1000 &&
    figures["mails about the source"] === SUPERVISORS
  )
}

async function prepare(sql: Sql): Promise<void> {
  await sql`
    with wanted (role, many) as (values ('staff', ${STAFF}::int), ('supervisor', ${SUPERVISORS}::int)),
    added as (
      insert into accounts (id, role, name, email, phone, password_hash, email_verified_at)
      select uuidv7(), role::role, 'Flood', format('flood-%s-%s@drill.test', role, n), '0113 496 0000', '!', now()
      from wanted, generate_series(1, many) n returning id, role
    )
    insert into staff (account_id, available, capacity, categories)
    select id, role = 'staff', 1000, case when role = 'staff' then '{gas_leak}' else '{billing}' end::category[] from added`
}

/** Reports a smell of gas without an account, as it comes through a proxy from this address. */
async function report(app: string, address: string, line1: string): Promise<Sent> {
  const start = performance.now()
  const answer = await fetch(`${app}/api/v1/emergency-reports`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": address },
    body: JSON.stringify({ safetyCheck: "gas_smell", premises: { line1, town: "Leeds", postcode: "LS9 8AA" } }),
  })
  await answer.arrayBuffer()
  return { status: answer.status, took: performance.now() - start }
}

async function look(sql: Sql): Promise<Record<string, number>> {
  const [row] = await sql<Record<string, number>[]>`
    with reports as (
      select r.*, offered_to, extract(epoch from offered_at - r.created_at) * 1000 as waited, e.request_id is not null as own
      from service_requests r left join emergencies e on e.request_id = r.id
      where premises ->> 'line1' like '% Flood Street' or premises ->> 'line1' like '% True Street'
    )
    select count(*) filter (where own and premises ->> 'line1' like '%Flood%')::int as "of the address escalated",
      count(*) filter (where joined_to is not null and premises ->> 'line1' like '%Flood%')::int as "of the address joined",
      count(offered_to) filter (where premises ->> 'line1' like '%True%')::int as "real ones offered to somebody",
      max(waited) filter (where premises ->> 'line1' like '%True%')::int as "ms from a real one to its offer at most",
      -- Other drills leave supervisors behind, who are told as well.
      (select count(*)::int from graphile_worker._private_jobs where payload ->> 'kind' = 'many_emergencies'
          and payload ->> 'accountId' in (select id::text from accounts where email like 'flood-%'))
        + (select count(*)::int from mails where subject like 'Many emergencies%' and "to" like 'flood-%') as "mails about the source"
    from reports`
  return row ?? {}
}
