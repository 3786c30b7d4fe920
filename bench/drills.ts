import { rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { startEmbedded } from "@/db/embedded"

/** `npm run drills -- --only upgrade --from 0a1b2c3`: what happens when the database or the app dies or is replaced, in figures. */
const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    from: { type: "string" },
    requests: { type: "string", default: "1000000" },
  },
})
const server = await startEmbedded({ folder: join(tmpdir(), `gas-drills-${process.pid}`) })
process.env.DATABASE_URL = server.url
process.env.AUTH_SECRET ??= "only the drills sign anything with this secret"
process.env.FILINGS_PER_HOUR ??= "100000"

const { dropEverything, migrate } = await import("@/db/migrate")
const { backupUnderLoad } = await import("./drills/backup")
const { doneOnce } = await import("./drills/done-once")
const { emergenciesSurvive } = await import("./drills/emergencies")
const { fileDrills } = await import("./drills/files")
const { floodHoldsNobodyUp } = await import("./drills/flood")
const { frozen } = await import("./drills/frozen")
const { killedMidway } = await import("./drills/killed-midway")
const { notifiedOnce } = await import("./drills/notified-once")
const { listenersCostLittle } = await import("./drills/live")
const { restartUnderLoad } = await import("./drills/restart-under-load")
const { stormStaysSmall } = await import("./drills/storm")
const { upgradeUnderLoad } = await import("./drills/upgrade")

const DRILLS = {
  "killed midway": () => killedMidway(server.url),
  frozen: () => frozen(server),
  "restart under load": () => restartUnderLoad(server),
  "done once": () => doneOnce(server.url),
  "notified once": () => notifiedOnce(server.url),
  emergencies: () => emergenciesSurvive(server.url),
  flood: () => floodHoldsNobodyUp(server.url),
  storm: () => stormStaysSmall(server.url),
  live: () => listenersCostLittle(server.url),
  ...fileDrills(server.url),
  backup: () => backupUnderLoad(server.url),
  // From an empty database, which the version before migrates by itself.
  upgrade: async () => {
    await dropEverything(server.url)
    return upgradeUnderLoad(server.url, Number(values.requests), values.from)
  },
}

const failed: string[] = []
try {
  await migrate(server.url)
  for (const [name, drill] of Object.entries(DRILLS)) if (name.match(values.only) && !(await drill())) failed.push(name)
} finally {
  await server.stop()
  rmSync(server.folder, { recursive: true, force: true })
}
console.log(failed.length === 0 ? "\nAll drills passed." : `\nFailed: ${failed.join(", ")}`)
process.exit(failed.length === 0 ? 0 : 1)
