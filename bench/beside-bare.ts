import { verify } from "@node-rs/argon2"
import { hashPassword } from "@/lib/identity/passwords/hash-password"
import { casesFor } from "./cases"
import { fill, PASSWORD } from "./dataset"
import { startApp } from "./drills/app"
import { type Calls, CONNECTIONS, load } from "./load"
import { startReference } from "./reference-app"
import { startDatabase } from "./server"

/**
 * `npx tsx bench/beside-bare.ts`: filing and updates beside handlers of bare Next that only write the same rows, under the
 * same triggers, and read them again; signing in beside a loop that only verifies the same hash. Each pair in turn.
 */
const ROUNDS = 3
const SECONDS = 6
const PAIRS = [
  { bare: "bare create", name: "create request", target: 0.85 },
  { bare: "bare update", name: "update status", target: 0.85 },
  { bare: "bare argon2", name: "sign in", target: 0.7 },
]

process.env.AUTH_SECRET = "a secret of the benchmark, long enough"
process.env.FILINGS_PER_HOUR = "100000"
const database = await startDatabase()
const stops: (() => Promise<void>)[] = [() => database.stop()]
try {
  const reference = await startReference(database.url)
  stops.unshift(() => reference.stop())
  const app = await startApp(database.url)
  stops.unshift(() => app.stop())
  process.env.DATABASE_URL = database.url
  process.env.APP_URL = app.address
  await fill(database.url, { requests: 100_000, customers: 2000, staff: 100, busiest: 1000 })

  const hash = await hashPassword(PASSWORD)
  const onReference = (calls: () => Promise<Calls>) => async (seconds: number) =>
    (await load(reference.address, seconds, await calls())).perSecond
  const bares: Record<string, (seconds: number) => Promise<number>> = {
    "bare handler": onReference(async () => [{ path: "/handler" }]),
    "bare create": onReference(creates),
    "bare update": onReference(updates),
    "bare argon2": (seconds) => verifyFor(seconds, hash),
  }
  const onApp = async (name: string, seconds: number) => {
    const calls = await (await casesFor(database.sql)).find((one) => one.name === name)?.prepare()
    return (await load(app.address, seconds, calls ?? [])).perSecond
  }

  const measured = new Map<string, number[]>()
  // The first round only warms up.
  for (let round = 0; round <= ROUNDS; round++)
    for (const name of ["bare handler", ...PAIRS.flatMap((pair) => [pair.bare, pair.name])]) {
      const seconds = round === 0 ? 2 : SECONDS
      const perSecond = await (bares[name]?.(seconds) ?? onApp(name, seconds))
      if (round > 0) measured.set(name, [...(measured.get(name) ?? []), perSecond])
    }

  const ratio = (name: string, beside: string) => {
    const rounds = (measured.get(name) ?? []).map(
      (perSecond, i) => perSecond / (measured.get(beside)?.[i] ?? Number.NaN),
    )
    return Number(rounds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]?.toFixed(2))
  }
  const table = PAIRS.map(({ bare, name, target }) => [
    name,
    {
      "of bare": ratio(name, bare),
      target: `≥ ${target}`,
      reached: ratio(name, bare) >= target,
      "of the bare handler": ratio(name, "bare handler"),
      "what its bare one is of that": ratio(bare, "bare handler"),
    },
  ])
  console.log(`${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s, medians of the fractions:`)
  console.table(Object.fromEntries(table))
} finally {
  for (const stop of stops) await stop()
}

/** Filings of customers at their homes, each assigned to somebody else. */
async function creates(): Promise<Calls> {
  const rows = await database.sql<object[]>`
    select c.id as "customerId", s.id as "assigneeId", r.premises_id as "premisesId", r.premises
    from (select id, row_number() over () as n from accounts where role = 'customer' limit 64) c
      join (select id, row_number() over () as n from accounts where role = 'staff' limit 64) s using (n)
      join lateral (select * from service_requests where customer_id = c.id limit 1) r on true`
  const said = { title: "Meter display is blank", description: "The display has shown nothing since Monday." }
  return rows.map((row) => ({ ...sent("POST", { ...row, ...said }), path: "/create" }))
}

/** Work that goes on hold and is resumed, of others than those whose work is updated in the app. */
async function updates(): Promise<Calls> {
  const rows = await database.sql<{ id: string; status: string; version: number }[]>`
    select id, status, version from service_requests
    where assignee_id <> (select id from accounts where role = 'staff' order by length(email), email limit 1)
      and status in ('in_progress', 'on_hold') limit 200`
  let turn = 0
  return () => {
    const row = rows[turn++ % rows.length]
    if (!row) throw new Error("There is no work to update.")
    row.status = row.status === "on_hold" ? "in_progress" : "on_hold"
    return { ...sent("PUT", { id: row.id, to: row.status, version: row.version++ }), path: "/update" }
  }
}

function sent(method: "POST" | "PUT", body: object) {
  return { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) }
}

/** How often the right password is verified in a second, as many at once as there are connections. */
async function verifyFor(seconds: number, hash: string): Promise<number> {
  const until = performance.now() + seconds * 1000
  const began = performance.now()
  let verified = 0
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < until) if (await verify(hash, PASSWORD)) verified++
    }),
  )
  return (verified / (performance.now() - began)) * 1000
}
