import { setTimeout as sleep } from "node:timers/promises"
import postgres, { type Sql } from "postgres"
import { hashPassword } from "@/lib/identity/passwords/hash-password"
import { startApp } from "./app"
import { fileRequest, signIn } from "./customer"
import { type Heard, listen } from "./listener"
import { fileAndMove } from "./load-beside"
import { memoryOf } from "./memory"

const STREAMS = 1000
const STREAMS_EACH = 10
const MOST_KB = 120
const LISTENERS = 500
/** Of these, so many hear of everything. */
const SUPERVISORS = 5
const SECONDS = 10
const ROUNDS = 3
/** A slower rate than this, beside nobody who listens, is no noise. */
const LEAST_RATE = 0.85
const PASSWORD = "correct horse battery"

/** What it costs that many listen to what changes, and whether all of them hear it, whatever is committed first. */
export async function listenersCostLittle(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 3, onnotice: () => undefined })
  await prepare(sql)
  const app = await startApp(url, { APP_URL: "http://drill.test" })
  const as = (kind: string, n: number) =>
    signIn(app.address, { email: `live-${kind}-${n}@drill.test`, password: PASSWORD })
  const customers: Record<string, string>[] = []
  for (let n = 1; n <= STREAMS / STREAMS_EACH; n++) customers.push(await as("customer", n))
  const supervisors: Record<string, string>[] = []
  for (let n = 1; n <= SUPERVISORS; n++) supervisors.push(await as("supervisor", n))
  const open = (whose: Record<string, string>[]) =>
    Promise.all(whose.flatMap((it) => Array.from({ length: STREAMS_EACH }, () => listen(app.address, it))))
  const close = (some: Heard[]) => {
    for (const { close } of some) close()
  }

  // What the first streams of a process cost is paid once.
  close(await open(customers.slice(0, 5)))
  await sleep(3000)
  const before = { kb: memoryOf(app.pid), connections: await connections(sql) }
  const many = await open(customers)
  await sleep(5000)
  const kb = (memoryOf(app.pid) - before.kb) / STREAMS
  const added = (await connections(sql)) - before.connections
  console.log(`live: ${STREAMS} streams cost ${kb.toFixed(0)} kB each and ${added} connections to the database`)
  close(many)
  await sleep(1000)

  const rates = { without: [] as number[], with: [] as number[] }
  const lanes = customers.slice(50, 58)
  await fileAndMove(app.address, lanes, supervisors[0] ?? {}, 3)
  for (let round = 0; round < ROUNDS; round++) {
    rates.without.push(await fileAndMove(app.address, lanes, supervisors[0] ?? {}, SECONDS))
    const heard = await open([...customers.slice(0, LISTENERS / STREAMS_EACH - SUPERVISORS), ...supervisors])
    rates.with.push(await fileAndMove(app.address, lanes, supervisors[0] ?? {}, SECONDS))
    close(heard)
    await sleep(500)
  }
  const ratio = mean(rates.with) / mean(rates.without)
  const words = (some: number[]) => some.map((it) => it.toFixed(0)).join(", ")
  console.log(
    `live: filed and moved a second: ${words(rates.without)} with nobody listening,`,
    `${words(rates.with)} with ${LISTENERS}, ${STREAMS_EACH * SUPERVISORS} of whom hear everything: ${ratio.toFixed(2)} of it`,
  )
  const late = await lateCommitIsHeard(app.address, sql, supervisors[0] ?? {}, customers[0] ?? {})
  await app.stop()
  await sql.end()
  return kb <= MOST_KB && added <= 2 && ratio >= LEAST_RATE && late
}

const mean = (some: number[]) => some.reduce((sum, it) => sum + it, 0) / some.length

async function prepare(sql: Sql): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD)
  await sql`
    with wanted (role, many) as (values ('customer', ${STREAMS / STREAMS_EACH}::int), ('supervisor', ${SUPERVISORS}::int)),
    added as (
      insert into accounts (id, role, name, email, phone, password_hash, email_verified_at)
      select uuidv7(), role::role, 'Live', format('live-%s-%s@drill.test', role, n), '0113 496 0000', ${passwordHash}, now()
      from wanted, generate_series(1, many) n returning id, role
    )
    insert into staff (account_id, available, capacity, categories)
    select id, false, 1000, '{billing}' from added where role = 'supervisor'`
}

const connections = async (sql: Sql): Promise<number> => {
  const [row] = await sql<{ many: number }[]>`
    select count(*)::int as many from pg_stat_activity where datname = current_database() and application_name like 'gas-utility%'`
  return row?.many ?? 0
}

/** One transaction stays open for five seconds while others come and go: it is heard once it is committed. */
async function lateCommitIsHeard(
  address: string,
  sql: Sql,
  supervisor: Record<string, string>,
  customer: Record<string, string>,
): Promise<boolean> {
  const first = await fileRequest(address, customer)
  const heard = await listen(address, supervisor)
  const others: (string | undefined)[] = []
  await sql.begin(async (tx) => {
    await tx`insert into request_events (request_id, kind, data, visible_to_customer)
      values (${first.id ?? null}, 'noted', '{"note": "Committed late."}', false)`
    const end = performance.now() + 5000
    while (performance.now() < end) {
      others.push((await fileRequest(address, customer)).reference)
      await sleep(250)
    }
  })
  const committed = performance.now()
  while (!heard.text().includes('"noted"') && performance.now() < committed + 5000) await sleep(20)
  const missed = others.filter((reference) => !heard.text().includes(reference ?? "?")).length
  const isHeard = heard.text().includes('"noted"')
  heard.close()
  console.log(
    `live: a transaction that stayed open for 5 s while ${others.length} others were committed was`,
    isHeard ? `heard ${(performance.now() - committed).toFixed(0)} ms after its commit` : "not heard",
    `and ${missed} of the others were missed`,
  )
  return isHeard && missed === 0
}
