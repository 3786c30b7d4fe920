import { nameProcess } from "@/db/application-name"
import { ensureSchema } from "@/db/ensure-schema"
import { poolStats } from "@/db/pools"
import { allowedMethods } from "@/lib/http/allowed-methods"
import { keepSealing } from "@/lib/oversight/audit/keep-sealing"
import { followMaintenance } from "@/lib/oversight/maintenance/maintenance-state"
import { serveMetrics } from "@/lib/oversight/metrics/serve-metrics"
import { watchPools } from "@/lib/platform/metrics/pools"
import { watchQuarantine } from "@/lib/platform/metrics/quarantine"
import { watchProcess } from "@/lib/platform/metrics/registry"
import { countQuarantined } from "@/lib/platform/storage/quarantine"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { answerUnavailable } from "@/lib/server/answer-unavailable"
import { clearAfterSignOut } from "@/lib/server/clear-after-sign-out"
import { keepLengths } from "@/lib/server/keep-lengths"
import { setKeyOfForms } from "@/lib/server/key-of-forms"
import { limitRequests } from "@/lib/server/limit-requests"
import { answerInMaintenance } from "@/lib/server/maintenance/answer"
import { observeRequests } from "@/lib/server/observe-requests"
import { refuseMalformed } from "@/lib/server/refuse-malformed"
import { reportFailures } from "@/lib/server/report-failures"
import { serveFromMemory } from "@/lib/server/serve-from-memory"
import { stampRequests } from "@/lib/server/stamp-requests"
import { stopInTime } from "@/lib/server/stop-in-time"
import { startWorker, type Worker } from "@/lib/worker/worker"
import { startUpkeep } from "./upkeep"

/** Everything that must be true before the first request is served. */
export async function start(): Promise<void> {
  let worker: Worker | undefined
  try {
    log.level = env().LOG_LEVEL
    setKeyOfForms()
    nameProcess("web")
    stampRequests()
    limitRequests(allowedMethods)
    clearAfterSignOut()
    keepLengths()
    answerUnavailable()
    refuseMalformed()
    observeRequests()
    watchProcess()
    watchPools(poolStats)
    watchQuarantine(countQuarantined)
    serveMetrics()
    reportFailures()
    if (env().isProduction) serveFromMemory()
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
