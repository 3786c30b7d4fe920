import { parseArgs } from "node:util"
import { BARE, type Case, casesFor, type Target } from "./cases"
import { fill } from "./dataset"
import { type App, startApp } from "./drills/app"
import { oldVersion } from "./drills/old-version"
import { measureFiles } from "./files"
import { CONNECTIONS, load, type Measured } from "./load"
import { type Database, residentMegabytes, startDatabase } from "./server"

/**
 * `npm run bench -- --requests 100000 --seconds 6 --rounds 3`: the production build under load on a filled database,
 * each case as a fraction of a bare Next route handler measured in the same round. With `--beside <commit>` that
 * commit's build runs on a database of its own, and each case is measured on both in turn. Then files come and go beside
 * bare node streams: `--part files` measures nothing else, and `--part requests` leaves them out.
 */
const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "100000" },
    seconds: { type: "string", default: "6" },
    rounds: { type: "string", default: "3" },
    only: { type: "string", default: "" },
    beside: { type: "string" },
    part: { type: "string" },
  },
})
const [requests, seconds, rounds] = [Number(values.requests), Number(values.seconds), Number(values.rounds)]

interface Instance {
  app: App
  database: Database
  measured: Map<string, Measured[]>
}

// Tokens made here have to be good there.
process.env.AUTH_SECRET = "a secret of the benchmark, long enough"
// Few customers send all that is measured.
process.env.FILINGS_PER_HOUR = "100000"
const instances: Instance[] = []
if (values.part !== "files") await measureRequests()
if (values.part !== "requests") await measureFiles(seconds, rounds, values.only)

async function measureRequests() {
  try {
    console.log(`Filling: ${requests} requests, 2,000 customers, 100 staff.`)
    const current = await startInstance()
    process.env.DATABASE_URL = current.database.url
    process.env.APP_URL = current.app.address
    if (values.beside) await startInstance(oldVersion(values.beside))
    await measure()
    await report(current, instances[1])
  } finally {
    for (const { app, database } of instances) {
      await app.stop()
      await database.stop()
    }
  }
}

/** This version's build, or that of the checkout in `folder`, which migrates its database and believes the same tokens. */
async function startInstance(folder?: string): Promise<Instance> {
  const database = await startDatabase(folder === undefined)
  const env = process.env.APP_URL ? { APP_URL: process.env.APP_URL } : undefined
  const app = await startApp(database.url, env, folder)
  await fill(database.url, { requests, customers: 2000, staff: 100, busiest: 1000 })
  const instance = { app, database, measured: new Map<string, Measured[]>() }
  instances.push(instance)
  return instance
}

async function measure() {
  // The first round only warms up.
  for (let round = 0; round <= rounds; round++) {
    // In turn the one first and the other, since the first of two has the machine as the case before left it.
    const inTurn = round % 2 === 0 ? instances : instances.toReversed()
    for (const name of await chosenNames()) for (const instance of inTurn) await measureCase(instance, name, round)
  }
}

async function measureCase({ app, database, measured }: Instance, name: string, round: number) {
  const it = (await chosenCases(database)).find((one) => one.name === name)
  const calls = await it?.prepare()
  if (!calls) throw new Error(`There is no case named ${name}.`)
  const result = await load(app.address, round === 0 ? 2 : seconds, calls)
  if (round > 0) measured.set(name, [...(measured.get(name) ?? []), result])
}

async function report({ app, database, measured }: Instance, before?: Instance) {
  const memory = residentMegabytes(app.pid)
  const table: Record<string, object> = {}
  for (const it of await chosenCases(database)) {
    const runs = measured.get(it.name) ?? []
    const old = before?.measured.get(it.name)
    table[it.name] = {
      ...row(it, runs, measured.get(BARE) ?? [], await once({ app, database }, it)),
      ...(old && { "of before": Number(median(runs.map((run, i) => ratio(run, old[i]))).toFixed(2)) }),
    }
  }
  console.log(`${requests} requests, ${CONNECTIONS} connections, ${rounds} rounds of ${seconds} s, medians:`)
  console.table(table)
  console.log(`RSS of the app after the run: ${memory.toFixed(0)} MB (to stay under 450)`)
}

function ratio(one: Measured, other: Measured | undefined): number {
  return one.perSecond / (other?.perSecond ?? Number.NaN)
}

async function chosenNames(): Promise<string[]> {
  return (await chosenCases(instances[0]?.database as Database)).map(({ name }) => name)
}

async function chosenCases({ sql }: Database): Promise<Case[]> {
  return (await casesFor(sql)).filter(({ name }) => name === BARE || name.match(values.only))
}

/** The statements that one call sends to the database, and its answer. */
async function once({ app, database }: Pick<Instance, "app" | "database">, it: Case) {
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
  const fraction = median(runs.map((run, i) => ratio(run, bare[i])))
  return {
    "req/s": Math.round(median(runs.map((it) => it.perSecond))),
    p50: median(runs.map(({ p50 }) => p50)),
    p99: median(runs.map(({ p99 }) => p99)),
    SQL: statements,
    kB: kilobytes,
    "of bare": Number(fraction.toFixed(2)),
    ...(target ? judged(target, { fraction, kilobytes }) : { target: "", reached: "" }),
  }
}

function judged(target: Target, { fraction, kilobytes }: Record<"fraction" | "kilobytes", number>) {
  if ("fraction" in target) return { target: `≥ ${target.fraction} of bare`, reached: fraction >= target.fraction }
  return { target: `≤ ${target.kilobytes} kB`, reached: kilobytes <= target.kilobytes }
}
