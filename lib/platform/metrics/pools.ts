import { Counter, Gauge } from "prom-client"
import type { PoolStats } from "@/db/pool-stats"
import { metric } from "./registry"

const STATES = { in_use: "inUse", idle: "idle", waiting: "waiting" } as const
const TOTALS = {
  gas_pool_waits_total: ["waited", "How often a statement waited for a connection"],
  gas_pool_wait_seconds_total: ["waitedSeconds", "Total time that statements waited"],
  gas_pool_refused_total: ["refused", "How often every connection was busy for too long"],
  gas_pool_lost_total: ["lost", "Connections that were lost"],
} as const satisfies Record<string, readonly [keyof PoolStats, string]>

/** Registers metrics of the connection pools. `stats` is called at each scrape. */
export function watchPools(stats: () => Record<string, PoolStats>): void {
  metric("gas_pool_connections", (common) => {
    const help = "Connections to the database that are in use or idle, and statements that wait for one"
    const labelNames = ["pool", "state"] as const
    return new Gauge({
      ...common,
      help,
      labelNames,
      collect() {
        for (const [pool, use] of Object.entries(stats()))
          for (const [state, name] of Object.entries(STATES)) this.set({ pool, state }, use[name])
      },
    })
  })
  for (const [name, [field, help]] of Object.entries(TOTALS)) watchTotal(name, field, help, stats)
}

function watchTotal(name: string, field: keyof PoolStats, help: string, stats: () => Record<string, PoolStats>): void {
  metric(name, (common) => {
    return new Counter({
      ...common,
      help,
      labelNames: ["pool"],
      collect() {
        this.reset()
        for (const [pool, use] of Object.entries(stats())) this.inc({ pool }, use[field])
      },
    })
  })
}
