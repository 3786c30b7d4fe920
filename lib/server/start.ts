import { migrate } from "@/db/migrate"
import { keepSealing } from "@/lib/audit/seal-entries"
import { env } from "@/lib/env"
import { log } from "@/lib/log"
import { reportFailures } from "@/lib/server/report-failures"
import { stampRequests } from "@/lib/server/stamp-requests"
import { stopInTime } from "@/lib/server/stop-in-time"
import { startUpkeep } from "@/lib/upkeep"

/** Everything that must be true before the first request is served. */
export async function start(): Promise<void> {
  try {
    log.level = env().LOG_LEVEL
    stampRequests()
    reportFailures()
    stopInTime()
    if (env().isProduction) await migrate(env().DATABASE_URL)
    startUpkeep()
    keepSealing()
  } catch (err) {
    log.fatal({ err }, "the app cannot start")
    process.exit(1)
  }
}
