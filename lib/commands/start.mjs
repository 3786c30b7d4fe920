import { rmSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { embeddedFolder, isStrict, prepareEnvironment, readEnvFiles } from "./environment.mjs"
import { followNpm } from "./follow-npm.mjs"
import { ensurePortIsFree, startNext } from "./serve.mjs"
import { ensureBuild, ensurePackages, Refusal } from "./setup.mjs"

/**
 * `npm start` and `npm run dev`: sets up what is missing and serves the app until it is told to stop.
 * `--fresh` begins with an empty embedded database.
 */

const dev = process.argv.includes("--dev")
const fresh = process.argv.includes("--fresh")
const running = { app: undefined, database: undefined, stopping: undefined }

async function main() {
  process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), "../.."))
  process.env.NEXT_TELEMETRY_DISABLED = "1"
  readEnvFiles()
  const port = Number(process.env.PORT || 3000)
  const host = process.env.HOST || undefined
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Refusal(`PORT is not a valid port: ${process.env.PORT}`)
  ensurePackages()
  const { register } = await import("tsx/esm/api")
  register()
  if (isStrict()) await refuseUnsafe()
  await refuseSecondApp()
  await ensurePortIsFree(port, host)
  if (!dev) await ensureBuild()

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(0))
  followNpm(() => stop(0))
  process.env.PORT = String(port)
  const address = process.env.APP_URL ?? `http://localhost:${port}`
  const demoAccounts = await prepareDatabase(address)
  if (running.stopping) return

  running.app = startNext({ dev, port, host })
  if (await running.app.isUp()) announce(address, demoAccounts)
  await running.app.exited
  await stop(1)
}

/** Before a minute is spent on a build that could not be served. */
async function refuseUnsafe() {
  const { env } = await import("../runtime/env.ts")
  env()
}

/** Before a build is replaced that another app serves, or its port is called taken without saying by whom. */
async function refuseSecondApp() {
  const { refuseIfKept } = await import("../../db/embedded.ts")
  const folder = embeddedFolder()
  if (folder) refuseIfKept(folder)
}

/** From here on packages are installed, and TypeScript can be loaded. */
async function prepareDatabase(address) {
  const { startEmbedded } = await import("../../db/embedded.ts")
  running.database = await prepareEnvironment((wanted) => startEmbedded({ ...wanted, address }))
  // The people of the demo are made up, so anyone who tries the app may read their mail.
  if (running.database) process.env.DEMO = "1"
  if (fresh && !running.database) throw new Refusal("--fresh is only for the embedded database.")
  const { prepareWorld } = await import("./world.ts")
  if (fresh) rmSync(resolve(process.env.DATA_DIR ?? ".data", "attachments"), { recursive: true, force: true })
  return prepareWorld({
    fresh,
    demo: running.database !== undefined || process.env.DEMO === "1",
    isReal: !running.database,
  })
}

function announce(address, accounts) {
  const lines = accounts.map(({ role, email, password }) => `  ${role.padEnd(14)} ${email}  ${password}`)
  console.log(
    ["", `The app is at ${address}`, ...(lines.length > 0 ? ["Demo accounts:", ...lines] : []), ""].join("\n"),
  )
}

/** First the app, which still needs the database to finish what it has begun. */
function stop(code) {
  running.stopping ??= (async () => {
    await running.app?.stop()
    await running.database?.stop()
    process.exit(code)
  })()
  return running.stopping
}

main().catch(async (error) => {
  if (running.stopping) return
  console.error(error instanceof Error ? error.message.split("\n")[0] : error)
  await stop(1)
})
