import { nameProcess } from "@/db/application-name"
import { poolStats } from "@/db/client"
import { ensureSchema } from "@/db/ensure-schema"
import { countQuarantined } from "@/lib/attachments/quarantine"
import { keepSealing } from "@/lib/audit/keep-sealing"
import { env } from "@/lib/env"
import { startWorker, type Worker } from "@/lib/jobs/worker"
import { log } from "@/lib/log"
import { answerInMaintenance } from "@/lib/maintenance/answer"
import { followMaintenance } from "@/lib/maintenance/state"
import { watchPools } from "@/lib/metrics/pools"
import { watchQuarantine } from "@/lib/metrics/quarantine"
import { watchProcess } from "@/lib/metrics/registry"
import { serveMetrics } from "@/lib/metrics/serve"
import { answerUnavailable } from "@/lib/server/answer-unavailable"
import { setKeyOfForms } from "@/lib/server/key-of-forms"
import { observeRequests } from "@/lib/server/observe-requests"
import { reportFailures } from "@/lib/server/report-failures"
import { stampRequests } from "@/lib/server/stamp-requests"
import { stopInTime } from "@/lib/server/stop-in-time"
import { startUpkeep } from "@/lib/upkeep"

/** Everything that must be true before the first request is served. */
export async function start(): Promise<void> {
  let worker: Worker | undefined
  try {
    log.level = env().LOG_LEVEL
    setKeyOfForms()
    nameProcess("web")
    stampRequests()
    answerUnavailable()
    observeRequests()
    watchProcess()
    watchPools(poolStats)
    watchQuarantine(countQuarantined)
    serveMetrics()
    reportFailures()
    stopInTime(async () => worker?.stop())
    answerInMaintenance()
    // Said by the environment, it leaves the database alone: somebody is at work on it.
    if (env().MAINTENANCE === "1") return
    await followMaintenance()
    if (env().isProduction) await ensureSchema()
    startUpkeep()
    if (env().WORKER === "on") worker = startWorker()
    keepSealing()
  } catch (err) {
    log.fatal({ err }, "the app cannot start")
    process.exit(1)
  }
}
