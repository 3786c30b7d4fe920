import { once } from "node:events"
import { nameProcess } from "@/db/application-name"
import { ensureSchema } from "@/db/ensure-schema"
import { poolStats } from "@/db/pools"
import { serveMetrics } from "@/lib/oversight/metrics/serve-metrics"
import { watchPools } from "@/lib/platform/metrics/pools"
import { watchQuarantine } from "@/lib/platform/metrics/quarantine"
import { watchProcess } from "@/lib/platform/metrics/registry"
import { countQuarantined } from "@/lib/platform/storage/quarantine"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { reportFailures } from "@/lib/server/report-failures"
import { startWorker } from "@/lib/worker/worker"
import { command } from "./command"
import { followNpm } from "./follow-npm.mjs"

const LONGEST_STOP = 8_000

await command(
  {
    name: "worker",
    summary: "Runs jobs (mail, rosters, emergencies) for apps with WORKER=off, until it is stopped or npm ends.",
    options: {},
    examples: [["", "work until SIGTERM or Ctrl-C"]],
  },
  async ({ isEmbedded }) => {
    if (isEmbedded) process.env.DEMO = "1"
    if (!isEmbedded && env().isDemo && env().isProduction)
      throw new Error("The demo is refused: NODE_ENV is production and DATABASE_URL is a database of its own.")
    const leftAlone = new Promise<void>((resolve) => followNpm(resolve))
    const told = Promise.race([once(process, "SIGTERM"), once(process, "SIGINT"), leftAlone])
    log.level = env().LOG_LEVEL
    nameProcess("worker")
    reportFailures()
    watchProcess()
    watchPools(poolStats)
    watchQuarantine(countQuarantined)
    serveMetrics()
    if (env().MAINTENANCE === "1") {
      log.warn("closed for maintenance: no jobs are run")
      await told
      return
    }
    await ensureSchema()
    const worker = startWorker()
    log.info("the worker is ready")
    await told
    setTimeout(() => process.exit(1), LONGEST_STOP).unref()
    await worker.stop()
  },
)
