import { rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startEmbedded } from "@/db/embedded"

/** `npm run drills`: what happens when the database or the app dies, in figures. Takes about five minutes. */
const server = await startEmbedded({ folder: join(tmpdir(), `gas-drills-${process.pid}`) })
process.env.DATABASE_URL = server.url
process.env.AUTH_SECRET ??= "only the drills sign anything with this secret"

const { migrate } = await import("@/db/migrate")
const { emergenciesSurvive } = await import("./drills/emergencies")
const { frozen } = await import("./drills/frozen")
const { killedMidway } = await import("./drills/killed-midway")
const { restartUnderLoad } = await import("./drills/restart-under-load")

const verdicts: boolean[] = []
try {
  await migrate(server.url)
  verdicts.push(await killedMidway(server.url))
  verdicts.push(await frozen(server))
  verdicts.push(await restartUnderLoad(server))
  verdicts.push(await emergenciesSurvive(server.url))
} finally {
  await server.stop()
  rmSync(server.folder, { recursive: true, force: true })
}
console.log(verdicts.every(Boolean) ? "\nAll drills passed." : "\nA drill failed.")
process.exit(verdicts.every(Boolean) ? 0 : 1)
