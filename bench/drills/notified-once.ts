import { setTimeout as sleep } from "node:timers/promises"
import postgres, { type Sql } from "postgres"
import { openPostOffice } from "@/lib/testing/post-office"
import { startApp } from "./app"
import { customer, fileRequest } from "./customer"

const REQUESTS = 500
const AT_ONCE = 8
const KILLS = 8
/** Emails are sent two at a time, so that a kill leaves no more unsettled. */
const UNDER_WAY = 2
/** Where these requests are, and those of no other drill. */
const STREET = "500 Bell Street"
const LONGEST = 240_000

/**
 * The app is killed over and over while people are told of 500 requests: each customer gets one email about each, which a
 * repetition bears the same id as, and whoever has a request is told of it once.
 */
export async function notifiedOnce(url: string): Promise<boolean> {
  const office = await openPostOffice()
  const start = () =>
    startApp(url, {
      SMTP_URL: `smtp://127.0.0.1:${office.port}`,
      MAIL_FROM: "drill@drill.test",
      APP_URL: "http://drill.test",
    })
  let app = await start()
  const headers = await customer(app.address, url)
  const sql = postgres(url, { max: 1 })
  await addWorker(sql)
  let filed = 0
  let next = 0
  const client = async () => {
    while (next++ < REQUESTS) {
      // Not repeated by a key: what was filed without an answer is told of as well.
      while (!(await fileRequest(app.address, headers, "maintenance", STREET)).reference) await sleep(50)
      filed++
    }
  }
  const clients = Array.from({ length: AT_ONCE }, client)
  const emails = () => office.delivered.filter(({ raw }) => raw.includes("We have your request"))
  for (let kill = 1; kill <= KILLS; kill++) {
    const enough = (REQUESTS / (KILLS + 1)) * kill
    while (emails().length < enough) await sleep(5)
    app.kill()
    // Nobody else works here, so what is locked now was the killed process's. Otherwise that takes five minutes.
    await sql`update graphile_worker._private_jobs set locked_at = now() - interval '10 minutes' where locked_at is not null`
    await sql`update graphile_worker._private_job_queues set locked_at = now() - interval '10 minutes' where locked_at is not null`
    app = await start()
  }
  await Promise.all(clients)
  const end = performance.now() + LONGEST
  while ((await unsettled(sql)) > 0 && performance.now() < end) await sleep(250)
  await app.stop()

  const figures = await look(sql)
  await sql.end()
  await office.close()
  const ids = emails().map(({ raw }) => /^Message-ID:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? "")
  const distinct = new Set(ids).size
  console.log(
    `notified once: ${KILLS} times kill -9; ${figures.requests} requests filed, ${filed} answered; ${ids.length} emails with ${distinct} ids,`,
    `${ids.length - distinct} repeated with the same id (at most ${KILLS * UNDER_WAY});`,
    `${figures.notifications} notifications of ${figures.assigned} assignments; ${figures.sent} deliveries sent, ${figures.waiting} waiting`,
  )
  return (
    distinct === figures.requests &&
    ids.length - distinct <= KILLS * UNDER_WAY &&
    figures.notifications === figures.assigned &&
    figures.sent === figures.requests &&
    figures.waiting === 0
  )
}

async function addWorker(sql: Sql): Promise<void> {
  await sql`
    with account as (
      insert into accounts (id, role, name, email, phone, password_hash, email_verified_at)
      values (uuidv7(), 'staff', 'Told', 'told@drill.test', '0113 496 0000', '', now()) returning id
    )
    insert into staff (account_id, available, capacity, categories)
    select id, true, 100000, array['maintenance']::category[] from account`
}

const ofTheDrill = (sql: Sql) => sql`select id from service_requests where premises ->> 'line1' = ${STREET}`

async function unsettled(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select ((select count(*) from service_requests r where premises ->> 'line1' = ${STREET} and not exists (
      select from deliveries d where d.request_id = r.id and d.notice = 'received' and d.state <> 'waiting'))
      + (select count(*) from deliveries where state = 'waiting' and request_id in (${ofTheDrill(sql)})))::int as count`
  return row?.count ?? 0
}

async function look(sql: Sql): Promise<Record<"requests" | "assigned" | "notifications" | "sent" | "waiting", number>> {
  const [row] = await sql<Record<"requests" | "assigned" | "notifications" | "sent" | "waiting", number>[]>`
    select (select count(*)::int from (${ofTheDrill(sql)}) it) as requests,
      (select count(*)::int from request_events where kind = 'assigned' and request_id in (${ofTheDrill(sql)})) as assigned,
      (select count(*)::int from notifications where notice = 'assigned_to_you' and request_id in (${ofTheDrill(sql)})) as notifications,
      (select count(*)::int from deliveries where notice = 'received' and state = 'sent' and request_id in (${ofTheDrill(sql)})) as sent,
      (select count(*)::int from deliveries where state = 'waiting' and request_id in (${ofTheDrill(sql)})) as waiting`
  if (!row) throw new Error("Nothing was counted.")
  return row
}
