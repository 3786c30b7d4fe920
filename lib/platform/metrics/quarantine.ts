import { setTimeout as sleep } from "node:timers/promises"
import { Gauge } from "prom-client"
import { metric } from "./registry"

const FRESH = 60_000
const LONGEST = 1000

/** Registers a metric of the files in quarantine. They are counted once a minute at most; a count that hangs is left out. */
export function watchQuarantine(count: () => Promise<number>): void {
  let counted: { at: number; files: Promise<number | undefined> } | undefined
  metric("gas_files_quarantined", (common) => {
    return new Gauge({
      ...common,
      help: "Files without a row that are kept for 30 days in case one comes back",
      async collect() {
        const now = performance.now()
        if (!counted || now - counted.at > FRESH) counted = { at: now, files: count().catch(() => undefined) }
        const files = await Promise.race([counted.files, sleep(LONGEST, undefined, { ref: false })])
        if (files === undefined) this.remove()
        else this.set(files)
      },
    })
  })
}
