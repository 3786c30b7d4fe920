import { setTimeout as sleep } from "node:timers/promises"
import postgres, { type Sql } from "postgres"
import { hashPassword } from "@/lib/identity/passwords/hash-password"
import { type App, startApp } from "./app"
import { fileRequest, signIn } from "./customer"

const EMERGENCIES = 48
const AT_ONCE = 8
const KILLS = 12
const SECONDS = 5
/** Longer than it takes to ask everybody, so that the last level has its time, too. */
const ROUND_SECONDS = 30
/** Emergencies that nobody acknowledges begin this many rounds at least. */
const ROUNDS = 3
/** After this it is told what has come of it so far. */
const LONGEST = 400_000
/** On a busy machine the app is left this long to file something before it is killed again. */
const LONGEST_LIFE = 30_000
const QUALIFIED = 4
/** All who are qualified, and the supervisor on duty. */
const ASKED = QUALIFIED + 1
/** One in this many is acknowledged by somebody in the end, the rest by nobody. */
const TAKEN = 6
/** Each emergency is another customer's, and at another place. */
const CUSTOMERS = 400
const HELPER = { email: "helper@drill.test", password: "correct horse battery" }

/** The app is killed over and over while emergencies go round and nobody answers: each round asks everybody once. */
export async function emergenciesSurvive(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 2, onnotice: () => undefined })
  await prepare(sql)
  // Each start has a port of its own; tokens are for one address.
  const start = () =>
    startApp(url, {
      EMERGENCY_ACK_SECONDS: String(SECONDS),
      EMERGENCY_ROUND_SECONDS: String(ROUND_SECONDS),
      APP_URL: "http://drill.test",
    })
  let app = await start()
  const helper = await signIn(app.address, HELPER)

  const filed: string[] = []
  const killing = (async () => {
    let atWork = 0
    for (let kill = 0; kill < KILLS; kill++) {
      const before = filed.length
      await sleep(1000 + Math.random() * 3000)
      const end = performance.now() + LONGEST_LIFE
      while (filed.length === before && before < EMERGENCIES && performance.now() < end) await sleep(100)
      // Every other time in the midst of a job, as far as one comes.
      if (kill % 2 === 0 && (await isEscalating(sql))) atWork++
      app.kill()
      app = await start()
    }
    return atWork
  })()
  await fileAll(() => app, sql, filed)
  const taken = await takeSome(() => app, helper, sql)
  const atWork = await killing
  const end = performance.now() + ROUND_SECONDS * 1000 * (ROUNDS + 1)
  while (!(await haveGoneRound(sql)) && performance.now() < end) await sleep(500)
  await app.stop()

  const findings = await look(sql, filed)
  // They would go round in the drills that follow.
  await sql`update emergencies set acknowledged_at = now()`
  await sql.end()
  console.log(
    `emergencies: ${KILLS} times kill -9, ${atWork} of them in the midst of a job; ${filed.length} filed, ${taken} acknowledged;`,
    Object.entries(findings.figures)
      .map(([name, value]) => `${value} ${name}`)
      .join(", "),
  )
  return findings.isRight
}

/** Those who are asked, and a book in which the database itself writes down every job there ever was. */
async function prepare(sql: Sql): Promise<void> {
  const passwordHash = await hashPassword(HELPER.password)
  const add = async (name: string, role: string, available: boolean, category: string) => {
    const email = name === "Helper" ? HELPER.email : `${crypto.randomUUID()}@drill.test`
    await sql`
      with account as (
        insert into accounts (id, role, name, email, phone, password_hash, email_verified_at)
        values (uuidv7(), ${role}, ${name}, ${email}, '0113 496 0000', ${passwordHash}, now()) returning id
      )
      insert into staff (account_id, available, capacity, categories)
      select id, ${available}, 1000, array[${category}]::category[] from account`
  }
  for (let i = 1; i <= QUALIFIED; i++) await add(`Qualified ${i}`, "staff", true, "gas_leak")
  await add("On duty", "supervisor", true, "billing")
  await add("Helper", "supervisor", false, "billing")
  await sql`
    insert into accounts (id, role, name, email, phone, password_hash, email_verified_at)
    select uuidv7(), 'customer', 'Customer', replace(${emailOf("#")}, '#', number::text), '0113 496 0000', ${passwordHash}, now()
    from generate_series(1, ${CUSTOMERS}::int) number`
  await sql`create table drill_jobs (task text, payload json, key text)`
  await sql`
    create function write_down_job() returns trigger language plpgsql as $$ begin
      insert into drill_jobs select identifier, new.payload, new.key from graphile_worker._private_tasks where id = new.task_id;
      return null;
    end $$`
  await sql`
    create trigger write_down_job after insert on graphile_worker._private_jobs
      for each row execute function write_down_job()`
}

/** Waits for a job to be under way, for a few seconds. */
async function isEscalating(sql: Sql): Promise<boolean> {
  const end = performance.now() + 4000
  while (performance.now() < end) {
    const [row] = await sql`
      select exists (select from graphile_worker.jobs where task_identifier = 'escalate_emergency'
        and locked_at > now() - interval '1 second') as busy`
    if (row?.busy) return true
  }
  return false
}

/** Puts the reference of each that is filed into `filed`. */
async function fileAll(app: () => App, sql: Sql, filed: string[]): Promise<void> {
  const customers = Array.from({ length: CUSTOMERS }, (_, i) => i + 1)
  const end = performance.now() + LONGEST
  while (filed.length < EMERGENCIES && performance.now() < end) {
    // A try to sign in that was under way when the app was killed stays counted.
    await sql`delete from throttles`
    const filing = Array.from({ length: AT_ONCE }, () => fileOne(app().address, customers))
    const references = (await Promise.all(filing)).flatMap((reference) => reference ?? [])
    filed.push(...references)
    await sleep(references.length > 0 ? 2500 : 250)
  }
}

/** Files for a customer who has not tried yet. Whoever could not even sign in tries again later. */
async function fileOne(address: string, customers: number[]): Promise<string | undefined> {
  const customer = customers.shift() ?? 0
  const headers = await signIn(address, { ...HELPER, email: emailOf(customer) }).catch(() => undefined)
  if (!headers) customers.push(customer)
  const answer = headers && (await fileRequest(address, headers, "gas_leak", `${customer} Mill Lane`))
  return answer?.reference
}

const emailOf = (customer: number | string) => `customer-${customer}@drill.test`

/** Acknowledges a few emergencies, at whatever level they are. */
async function takeSome(app: () => App, headers: Record<string, string>, sql: Sql): Promise<number> {
  const some = await sql<{ id: string }[]>`
    select id from service_requests where priority = 'emergency' order by random() limit ${Math.floor(EMERGENCIES / TAKEN)}`
  for (const { id } of some) {
    const url = () => `${app().address}/api/v1/requests/${id}/acknowledgement`
    const json = { "content-type": "application/json" }
    const take = () =>
      fetch(url(), {
        method: "PUT",
        headers: { ...headers, ...json },
        body: "{}",
        signal: AbortSignal.timeout(10_000),
      }).catch(() => undefined)
    while (!(await take())?.ok) await sleep(200)
  }
  return some.length
}

async function haveGoneRound(sql: Sql): Promise<boolean> {
  const [row] = await sql`
    select not exists (select from emergencies where acknowledged_at is null and round < ${ROUNDS}) as done`
  return row?.done === true
}

async function look(sql: Sql, filed: readonly string[]) {
  const [row] = await sql<Record<string, number>[]>`
    with offers as (
      select request_id, id, data ->> 'assigneeId' as person, data ->> 'rung' as rung, created_at,
        data ? 'round' as begins, coalesce(max((data ->> 'round')::int) over so_far, 1) as round,
        lag(created_at) over so_far as before, lag(data ->> 'rung') over so_far as rung_before
      from request_events where kind in ('assigned', 'escalated')
      window so_far as (partition by request_id order by id)
    ), begun as (
      select request_id, round, created_at - lag(created_at) over (partition by request_id order by round) as later
      from offers where begins or before is null
    ), jobs as (
      select payload ->> 'requestId' as request, payload ->> 'offer' as offer, count(*) as n
      from drill_jobs where task = 'escalate_emergency' and key not like '%:overdue' group by 1, 2
    ), letters as (
      select payload ->> 'accountId' as reader, (payload ->> 'at')::timestamptz as at,
        lag((payload ->> 'at')::timestamptz) over (partition by payload ->> 'accountId' order by payload ->> 'at') as before
      from drill_jobs where task = 'send_mail' and payload ->> 'kind' = 'emergency_unanswered'
    )
    select (select count(*)::int from emergencies) as emergencies,
      (select count(*)::int from offers) as offers,
      (select max(round)::int from emergencies) as "rounds at most",
      (select count(*)::int from letters) as mails,
      (select count(*)::int from unnest(${filed as string[]}::text[]) as given(reference)
        where not exists (select from service_requests r join emergencies on request_id = id where r.reference = given.reference)) as lost,
      (select count(*)::int from emergencies where acknowledged_at is null and round < ${ROUNDS}) as "stopped",
      (select count(*)::int from (select from offers where person is not null group by request_id, round, person having count(*) > 1) twice) as "people asked twice in a round",
      (select count(*)::int from (select from offers o join emergencies e using (request_id) where o.round < e.round
        group by request_id, o.round having count(distinct person) <> ${ASKED} or count(*) <> ${ASKED + 1}) short) as "rounds with levels left out",
      (select count(*)::int from begun where later < make_interval(secs => ${ROUND_SECONDS - 0.1})) as "rounds too soon",
      (select count(*)::int from offers o join emergencies e using (request_id)
        where o.created_at > e.acknowledged_at) as "offers after acknowledging",
      (select count(*)::int from emergencies e where offer <> (select count(*) from offers o where o.request_id = e.request_id)) as "offers without event",
      (select count(*)::int from jobs where n > 1) as "offers with two jobs",
      (select count(*)::int from letters where at - before < interval '1 minute') as "mails within a minute",
      (select count(*)::int from emergency_notices n join emergencies using (request_id)
        where times > 1 + extract(epoch from sent_at - (select min(created_at) from offers)) / 300) as "reminders too soon",
      (select count(*)::int from drill_jobs where key like '%:overdue') as "asked for anew",
      (select round(max(extract(epoch from created_at - before)) * 1000 - ${SECONDS * 1000})::int from offers
        where rung_before is distinct from 'supervisors') as "ms late at most",
      (select round(max(extract(epoch from later)) * 1000 - ${ROUND_SECONDS * 1000})::int from begun) as "ms a round was late at most"`
  const figures = row ?? {}
  const faults = [
    "lost",
    "stopped",
    "people asked twice in a round",
    "rounds with levels left out",
    "rounds too soon",
    "offers after acknowledging",
    "offers without event",
    "offers with two jobs",
    "mails within a minute",
    "reminders too soon",
  ]
  const isRight = faults.every((name) => figures[name] === 0)
  return { figures, isRight: isRight && filed.length >= EMERGENCIES && (figures.emergencies ?? 0) >= filed.length }
}
