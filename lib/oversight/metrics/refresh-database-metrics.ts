import { setTimeout as sleep } from "node:timers/promises"
import { Gauge } from "prom-client"
import { metric } from "@/lib/platform/metrics/registry"
import { log } from "@/lib/runtime/log"
import { jobFigures } from "./job-figures"
import { queryFigures } from "./query-figures"
import { sealFigures } from "./seal-figures"
import { serviceFigures } from "./service-figures"

const FAMILIES = [jobFigures, serviceFigures, sealFigures]
/** Readings within this time share one query, so that many scrapers do not burden the database. */
const FRESH = 10_000
const LONGEST = 2000

const up = metric("gas_database_up", (common) => {
  return new Gauge({
    ...common,
    help: "1 when the database figures are up to date, 0 when the database does not respond",
  })
})

let asked: { at: number; answered: Promise<void> } | undefined

/**
 * Updates the metrics that only the database knows, within two seconds. Without an answer they are removed, since old
 * figures mislead.
 */
export function refreshDatabaseMetrics(now = performance.now()): Promise<void> {
  if (!asked || now - asked.at > FRESH) asked = { at: now, answered: read() }
  return asked.answered
}

async function read(): Promise<void> {
  try {
    const tooLate = sleep(LONGEST, undefined, { ref: false })
    const answers = await Promise.race([queryFigures(FAMILIES.map(({ question }) => question)), tooLate])
    if (!answers) throw new Error("The database takes too long to respond.")
    for (const [i, { show }] of FAMILIES.entries()) show(answers[i] ?? [])
    up.set(1)
  } catch (err) {
    log.warn({ err }, "the figures of the database are missing from the metrics")
    for (const { forget } of FAMILIES) forget()
    up.set(0)
    // The next scrape asks the database again.
    asked = undefined
  }
}
