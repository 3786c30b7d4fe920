import { parseArgs } from "node:util"
import { cpuMilliseconds } from "./cpu"
import { fill } from "./dataset"
import { startApp } from "./drills/app"
import { load } from "./load"
import { type Page, pagesFor, REFERENCES } from "./page-cases"
import { startReference } from "./reference-app"
import { startDatabase } from "./server"

/**
 * `npm run bench:pages -- --requests 100000 --rounds 4`: the CPU time that a page costs, beside pages of bare Next under
 * the same policy with as many rows from the same database, measured in turn.
 */
const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "100000" },
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "4" },
    only: { type: "string", default: "" },
  },
})
const [requests, seconds, rounds] = [Number(values.requests), Number(values.seconds), Number(values.rounds)]

/** Seconds. A page is compiled by what is asked for, and one that takes long is asked for less often. */
const WARM_UP = 12

process.env.AUTH_SECRET = "a secret of the benchmark, long enough"
const database = await startDatabase()
const stops: (() => Promise<void>)[] = [() => database.stop()]
try {
  const reference = await startReference(database.url)
  stops.unshift(() => reference.stop())
  // Jobs are not pages.
  const app = await startApp(database.url, { WORKER: "off" })
  stops.unshift(() => app.stop())
  process.env.DATABASE_URL = database.url
  process.env.APP_URL = app.address
  await fill(database.url, { requests, customers: 2000, staff: 100, busiest: 1000, queued: 300 })
  // On an ordinary day there are few emergencies: seven that nobody has, and some that somebody has.
  await database.sql`
    update service_requests set priority = 'high' where priority = 'emergency' and id not in (select request_id from emergencies limit 20)`
  await database.sql`
    update emergencies set acknowledged_by = offered_to, acknowledged_at = now() where acknowledged_at is null and request_id not in (
      select request_id from emergencies where acknowledged_at is null limit 7)`
  const pages = (await pagesFor(database.sql)).filter(({ name }) => name.match(values.only))
  const needed = REFERENCES.filter(({ name }) => pages.some((page) => page.beside === name))

  const measured = new Map<string, { ms: number; kilobytes: number }[]>()
  for (let round = 0; round <= rounds; round++)
    for (const page of [...needed, ...pages]) {
      const { ms, kilobytes } = await costOf(page, "beside" in page ? app : reference, round === 0 ? WARM_UP : seconds)
      if (round > 0) measured.set(page.name, [...(measured.get(page.name) ?? []), { ms, kilobytes }])
    }

  // What else the machine does only adds to the time.
  const of = (name: string) => (measured.get(name) ?? []).toSorted((a, b) => a.ms - b.ms)[0]
  const table: Record<string, object> = {}
  for (const { name } of needed) table[name] = row(name)
  for (const { name, beside, target, most } of pages) {
    const ratio = (of(name)?.ms ?? Number.NaN) / (of(beside)?.ms ?? Number.NaN)
    const isLight = most === undefined || (of(name)?.kilobytes ?? Number.NaN) <= most
    table[name] = {
      ...row(name),
      ratio: Number(ratio.toFixed(2)),
      target: `≤ ${target}${most === undefined ? "" : `, ≤ ${most} kB`}`,
      reached: ratio <= target && isLight,
    }
  }
  function row(name: string) {
    return { "CPU ms": Number(of(name)?.ms.toFixed(1)), kB: of(name)?.kilobytes }
  }
  console.log(
    `${requests} requests, ${rounds} rounds of ${seconds} s after ${WARM_UP} s to warm up, the best of each, CPU of the app's processes a page:`,
  )
  console.table(table)
} finally {
  for (const stop of stops) await stop()
}

async function costOf(
  { path, headers }: Pick<Page, "path" | "headers">,
  { address, pid }: { address: string; pid: number },
  time: number,
) {
  const before = cpuMilliseconds(pid)
  // Time computed is asked, not time waited: a few at once keep a core busy.
  const { perSecond } = await load(address, time, [{ path, headers }], 4)
  const ms = (cpuMilliseconds(pid) - before) / (perSecond * time)
  const answer = await fetch(address + path, { headers })
  return { ms, kilobytes: Math.round((await answer.arrayBuffer()).byteLength / 1000) }
}
