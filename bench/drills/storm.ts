import { setTimeout as sleep } from "node:timers/promises"
import postgres, { type Sql } from "postgres"
import { hashPassword } from "@/lib/identity/passwords/hash-password"
import { startApp } from "./app"
import { fileRequest, signIn } from "./customer"

const SWITCHING = 4
const SUPERVISORS = 2
const EMERGENCIES = 2
const MINUTES = 3
/** Each tries twice as often as is allowed. */
const BETWEEN_SWITCHES = 5000
const PASSWORD = "correct horse battery"

/** People switch their availability on and off as fast as they can, and nobody takes the emergencies meanwhile. */
export async function stormStaysSmall(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 2, onnotice: () => undefined })
  await prepare(sql)
  const app = await startApp(url, {
    EMERGENCY_ACK_SECONDS: "5",
    EMERGENCY_ROUND_SECONDS: "10",
    APP_URL: "http://drill.test",
  })
  const as = (email: string) => signIn(app.address, { email, password: PASSWORD })
  const filer = await as("storm-filer@drill.test")
  const people = await Promise.all(Array.from({ length: SWITCHING }, (_, i) => as(`storm-staff-${i + 1}@drill.test`)))
  for (let i = 0; i < EMERGENCIES; i++) await fileRequest(app.address, filer, "gas_leak", `${i + 1} Storm Street`)
  const end = performance.now() + MINUTES * 60_000
  const answers = await Promise.all(people.map((headers) => switchUntil(end, `${app.address}/api/v1`, headers)))
  await app.stop()
  const figures = await look(sql)
  await sql`update emergencies set acknowledged_at = now()`
  await sql.end()
  const statuses = answers.flat()
  const changed = statuses.filter((status) => status === 200).length
  const refused = statuses.filter((status) => status === 429).length
  console.log(
    `storm: ${SWITCHING} people for ${MINUTES} minutes, ${changed} changes and ${refused} refused;`,
    Object.entries(figures)
      .map(([name, value]) => `${value} ${name}`)
      .join(", "),
  )
  const mostChanges = SWITCHING * 6 * (MINUTES + 1)
  return (
    changed + refused === statuses.length &&
    changed <= mostChanges &&
    figures["mails about one emergency to one supervisor at most"] === 1 &&
    Number(figures.rounds) > 1
  )
}

async function prepare(sql: Sql): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD)
  await sql`
    with wanted (kind, role, many) as (values ('filer', 'customer', 1), ('staff', 'staff', ${SWITCHING}::int),
      ('supervisor', 'supervisor', ${SUPERVISORS}::int)
    ), added as (
      insert into accounts (id, role, name, email, phone, password_hash, email_verified_at)
      select uuidv7(), role::role, 'Storm', format('storm-%s%s@drill.test', kind, case when many > 1 then '-' || n end),
        '0113 496 0000', ${passwordHash}, now()
      from wanted, generate_series(1, many) n returning id, role
    )
    insert into staff (account_id, available, capacity, categories)
    select id, role = 'staff', 1000, case when role = 'staff' then '{gas_leak}' else '{billing}' end::category[]
    from added where role <> 'customer'`
}

/** Switches one person away and back again until the end. Gives how each try was answered. */
async function switchUntil(end: number, api: string, headers: Record<string, string>): Promise<number[]> {
  const statuses: number[] = []
  for (let available = false; performance.now() < end; available = !available) {
    const answer = await fetch(`${api}/profile/availability`, {
      method: "PUT",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ available }),
    })
    await answer.arrayBuffer()
    statuses.push(answer.status)
    await sleep(BETWEEN_SWITCHES)
  }
  return statuses
}

async function look(sql: Sql): Promise<Record<string, number>> {
  const [row] = await sql<Record<string, number>[]>`
    with storm as (
      select id from service_requests where premises ->> 'line1' like '% Storm Street'
    ), notices as (
      select n.* from emergency_notices n join storm on id = request_id
        join accounts a on a.id = n.account_id where a.email like 'storm-%'
    )
    select (select max(round)::int from emergencies join storm on id = request_id) as rounds,
      (select sum(offer)::int from emergencies join storm on id = request_id) as offers,
      (select count(distinct (account_id, sent_at))::int from notices) as mails,
      (select max(times)::int from notices) as "mails about one emergency to one supervisor at most"`
  return row ?? {}
}
