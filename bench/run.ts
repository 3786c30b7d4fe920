import { parseArgs } from "node:util"
import { BARE, type Case, casesFor, type Target } from "./cases"
import { fill } from "./dataset"
import { startApp } from "./drills/app"
import { CONNECTIONS, load, type Measured } from "./load"
import { residentMegabytes, startDatabase } from "./server"

/**
 * `npm run bench -- --requests 100000 --seconds 6 --rounds 3`: the production build under load on a filled database,
 * each case as a fraction of a bare Next route handler measured in the same round.
 */
const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "100000" },
    seconds: { type: "string", default: "6" },
    rounds: { type: "string", default: "3" },
    only: { type: "string", default: "" },
  },
})
const [requests, seconds, rounds] = [Number(values.requests), Number(values.seconds), Number(values.rounds)]

const database = await startDatabase()
console.log(`Filling: ${requests} requests, 2,000 customers, 100 staff.`)
await fill(database.url, { requests, customers: 2000, staff: 100, busiest: 1000 })
// Tokens made here have to be good there.
process.env.AUTH_SECRET = "a secret of the benchmark, long enough"
process.env.DATABASE_URL = database.url
const app = await startApp(database.url)
process.env.APP_URL = app.address
try {
  await run()
} finally {
  await app.stop()
  await database.stop()
}

async function run() {
  const measured = new Map<string, Measured[]>()
  // The first round only warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const it of await chosenCases()) {
      const result = await load(app.address, round === 0 ? 2 : seconds, await it.prepare())
      if (round > 0) measured.set(it.name, [...(measured.get(it.name) ?? []), result])
    }
  }
  const memory = residentMegabytes(app.pid)
  const table: Record<string, object> = {}
  for (const it of await chosenCases()) {
    table[it.name] = row(it, measured.get(it.name) ?? [], measured.get(BARE) ?? [], await once(it))
  }
  console.log(`${requests} requests, ${CONNECTIONS} connections, ${rounds} rounds of ${seconds} s, medians:`)
  console.table(table)
  console.log(`RSS of the app after the run: ${memory.toFixed(0)} MB (to stay under 450)`)
}

async function chosenCases(): Promise<Case[]> {
  return (await casesFor(database.sql)).filter(({ name }) => name === BARE || name.match(values.only))
}

/** What one call sends to the database, and what it is answered. */
async function once(it: Case): Promise<{ statements: number; kilobytes: number }> {
  const calls = await it.prepare()
  const { path, ...init } = typeof calls === "function" ? calls() : (calls[0] ?? { path: "/" })
  let bytes = 0
  const statements = await database.statementsOf(async () => {
    bytes = (await (await fetch(app.address + path, init)).arrayBuffer()).byteLength
  })
  return { statements, kilobytes: Math.round(bytes / 1000) }
}

function median(list: number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN
}

type Once = Awaited<ReturnType<typeof once>>

function row({ target }: Case, runs: Measured[], bare: Measured[], { statements, kilobytes }: Once) {
  const fraction = median(runs.map(({ perSecond }, i) => perSecond / (bare[i]?.perSecond ?? Number.NaN)))
  const perSecond = median(runs.map((it) => it.perSecond))
  return {
    "req/s": Math.round(perSecond),
    p50: median(runs.map(({ p50 }) => p50)),
    p99: median(runs.map(({ p99 }) => p99)),
    SQL: statements,
    kB: kilobytes,
    "of bare": Number(fraction.toFixed(2)),
    ...(target ? judged(target, { fraction, perSecond, kilobytes }) : { target: "", reached: "" }),
  }
}

function judged(
  target: Target,
  { fraction, perSecond, kilobytes }: Record<"fraction" | "perSecond" | "kilobytes", number>,
) {
  if ("fraction" in target) return { target: `≥ ${target.fraction} of bare`, reached: fraction >= target.fraction }
  if ("perSecond" in target) return { target: `≥ ${target.perSecond}/s`, reached: perSecond >= target.perSecond }
  return { target: `≤ ${target.kilobytes} kB`, reached: kilobytes <= target.kilobytes }
}
