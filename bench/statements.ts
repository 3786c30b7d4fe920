import { parseArgs } from "node:util"
import { fill } from "./dataset"
import { completeHistory } from "./dataset-history"
import { startDatabase } from "./server"
import type { Case, Measured } from "./statements/run"

/**
 * `npm run bench:statements -- --requests 1000000 --only search --bound 100`: every page and every combination of
 * filters as each role, on so many requests and audit entries; then the slowest statement of each, and the plans of
 * those that take longer than the bound, in milliseconds.
 */
const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "1000000" },
    only: { type: "string", default: "" },
    bound: { type: "string", default: "100" },
    plans: { type: "string", default: "5" },
    /** A filled database of an earlier run, to which only what has happened since is added. */
    database: { type: "string" },
  },
})
const requests = Number(values.requests)

const database = values.database === undefined ? await startDatabase() : undefined
const url = database?.url ?? values.database ?? ""
process.env.DATABASE_URL = url
process.env.AUTH_SECRET = "a secret of the benchmark, long enough"
const { closeDatabase } = await import("@/db/pools")
const { readers } = await import("./statements/people")
const { requestCases } = await import("./statements/requests")
const { auditCases } = await import("./statements/audit")
const { otherCases } = await import("./statements/others")
const { toldCases } = await import("./statements/told")
const { jobCases } = await import("./statements/jobs")
const { walkCases } = await import("./statements/walk")
const { measure, printPlan } = await import("./statements/run")
const { log } = await import("@/lib/runtime/log")
const { sealEntries } = await import("@/lib/oversight/audit/seal-entries")

log.level = "silent"
try {
  if (database) await fillAll(url)
  else await completeHistory(url)
  await run()
} finally {
  await closeDatabase()
  await database?.stop()
}

async function fillAll(url: string): Promise<void> {
  console.log(`Filling: ${requests} requests and as many audit entries.`)
  const [customers, busiest, largest] = [Math.ceil(requests / 5), Math.ceil(requests / 50), Math.ceil(requests / 10)]
  const queued = Math.ceil(requests / 1000)
  await fill(url, { requests, customers, staff: 200, busiest, largest, queued, audit: requests, told: true })
  await sealEntries()
}

async function* cases(): AsyncGenerator<Case> {
  const who = await readers()
  for (const some of [toldCases, otherCases, auditCases, requestCases, walkCases, jobCases])
    for await (const it of some(who)) if (`${it.page} ${it.role} ${it.name}`.match(values.only)) yield it
}

/** Of cases in order, the slowest first. */
function timesOf(of: Measured[]) {
  const at = (share: number) => Number((of[Math.floor((1 - share) * of.length)]?.sent.milliseconds ?? 0).toFixed(1))
  return { cases: of.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) }
}

async function run(): Promise<void> {
  const measured: Measured[] = []
  for await (const it of cases()) {
    measured.push(await measure(it))
    if (measured.length % 1000 === 0) console.log(`${measured.length} cases measured.`)
  }
  const slowestFirst = measured.toSorted((a, b) => b.sent.milliseconds - a.sent.milliseconds)
  const groups = new Map<string, Measured[]>()
  for (const it of slowestFirst) {
    const key = `${it.page}, ${it.role}`
    groups.set(key, [...(groups.get(key) ?? []), it])
  }
  console.log(
    `${measured.length} cases at ${requests} requests and audit entries; the slowest statement of each page and role:`,
  )
  console.table(Object.fromEntries([...groups].map(([key, of]) => [key, { ...timesOf(of), slowest: of[0]?.name }])))
  console.log("all:", timesOf(slowestFirst))
  console.log("what is done by itself, with all its statements:")
  const jobs = slowestFirst.filter(({ page }) => page === "job" || page === "retention")
  console.table(
    Object.fromEntries(
      jobs.map(({ page, role, name, statements, all, sent }) => [
        `${page}, ${role}, ${name}`,
        { statements, all: Number(all.toFixed(1)), slowest: Number(sent.milliseconds.toFixed(1)) },
      ]),
    ),
  )
  const over = slowestFirst.filter(({ sent, failed }) => failed || sent.milliseconds > Number(values.bound))
  console.log(`${over.length} of them over ${values.bound} ms.`)
  for (const { page, role, name, sent } of over.slice(0, 40))
    console.log(`${sent.milliseconds.toFixed(1).padStart(8)}  ${page}, ${role}, ${name}`)
  for (const it of over.slice(0, Number(values.plans))) {
    console.log(`\n${it.page}, ${it.role}, ${it.name}: ${it.sent.milliseconds.toFixed(1)} ms ${it.failed ?? ""}`)
    await printPlan(it)
  }
}
