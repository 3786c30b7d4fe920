import { execFileSync } from "node:child_process"
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startEmbedded } from "@/db/embedded"
import { freePort } from "@/db/embedded-server"
import { ask } from "./check/ask"
import { checkCompose, checkUnits } from "./check/descriptions"
import { executeDockerfile, lintDockerfile, NOBODY } from "./check/image"
import { startNginx } from "./check/nginx"
import { Scenario } from "./check/scenario"
import { type Running, runIn, runToEnd, until } from "./check/service"
import { checkSizes } from "./check/sizes"
import { checkStreams } from "./check/streams"

/**
 * `npm run deploy:check`: does for real what a machine without Docker can do of a deployment. Needs nginx and openssl,
 * systemd-analyze, and the registry of npm.
 */

const SECRET = "a secret of this check, kept for as long as it runs"
const folder = mkdtempSync(join(tmpdir(), "gas-deploy-"))
chmodSync(folder, 0o755)
const stops: (() => Promise<unknown>)[] = []

async function main() {
  await step("the Dockerfile has no mistake that a linter finds", async () => lintDockerfile())
  const image = await step("its steps make an image in a plain folder, as a user without rights", async () =>
    executeDockerfile(folder),
  )
  // As compose.yaml has it: nothing is written but what belongs into the volume.
  if (NOBODY) execFileSync("chmod", ["-R", "a-w", join(image.root, image.workdir)])
  await step("compose.yaml names nothing that is not there", async () =>
    checkCompose(readScripts(image.root).map((script) => script.replace(/^node /, ""))),
  )
  await step("systemd takes the units", async () => checkUnits())

  const database = await startEmbedded({ folder: join(folder, "postgres") })
  stops.push(database.stop)
  const [http, https, plain, ...apps] = await Promise.all([freePort(), freePort(), freePort(), freePort(), freePort()])
  const [first = 0, second = 0] = apps
  const origin = `https://localhost:${https}`
  const place = {
    APP_URL: origin,
    DATABASE_URL: database.url,
    AUTH_SECRET: SECRET,
    HOST: "127.0.0.1",
    TRUSTED_PROXIES: "1",
    WORKER: "off",
    LOG_LEVEL: "info",
    DATA_DIR: join(image.root, "data"),
    ADMIN_PASSWORD: "a password for this check",
    // One customer files all the time.
    FILINGS_PER_HOUR: "100000",
  }
  const appOn = async (port: number) => {
    const app = runIn(image, image.command, { ...place, PORT: String(port) })
    stops.push(app.stop)
    await until(() => isReady(port), app)
    return app
  }

  await step("nothing starts without its settings, and says so in a line", async () => {
    const bare = runIn(image, image.command, { PORT: String(first), HOST: "127.0.0.1" })
    await new Promise((resolve) => bare.process.on("close", resolve))
    if (!/DATABASE_URL is missing/.test(bare.said())) throw new Error(bare.said())
  })
  let one = await step("the image migrates an empty database and serves", () => appOn(first))
  const two = await step("a second process of it does, too", () => appOn(second))
  await step("its healthcheck is content", () => runToEnd(image, image.healthcheck, { ...place, PORT: String(first) }))
  const worker = runIn(image, ["npm", "run", "--silent", "worker"], { ...place, HOME: folder })
  stops.push(worker.stop)
  await step("its worker starts", () => until(() => worker.said().includes("the worker is ready"), worker))
  await step("its commands run", async () => {
    const admin = ["npm", "run", "--silent", "admin:create", "--", "--email", "a@example.org", "--name", "Ada Admin"]
    await runToEnd(image, admin, { ...place, HOME: folder })
    await runToEnd(image, ["npm", "run", "--silent", "audit:verify"], { ...place, HOME: folder })
  })

  const places = { folder: join(folder, "nginx"), apps: [first, second] as [number, number], http, https, plain }
  mkdirSync(places.folder)
  const nginx = await step("nginx takes the example", () => startNginx(places))
  stops.push(nginx.stop)
  const certificate = readFileSync(nginx.certificate, "utf8")
  const people = new Scenario(origin, certificate, database.url)
  await step("http leads to https", async () => {
    const { status, headers } = await ask(`http://127.0.0.1:${http}/requests`, certificate)
    if (status !== 301 || headers.location !== "https://localhost/requests") throw new Error(String(headers.location))
  })
  await step("a customer registers, files a request and attaches 5 MB by TLS", () => people.file())
  await step("and signs in by a form, whichever process shows it and whichever takes it", async () => {
    for (let times = 0; times < 4; times++) await people.signInByForm()
  })
  await step("forms work behind a plain proxy_pass as well", () => people.signInByForm(`http://127.0.0.1:${plain}`))
  await step("each process stops by SIGTERM under way, and no request fails", async () => {
    const answers = await people.during(
      (async () => {
        await stopped(one)
        one = await appOn(first)
        await stopped(two)
      })(),
    )
    console.log(`    ${answers} answers`)
  })
  await step("the worker stops by SIGTERM to npm", async () => {
    // npm dies of it; the worker holds the output open for as long as it lives.
    const { took } = await worker.stop()
    if (took > 10_000) throw new Error(`It took ${took} ms`)
  })
  await stopped(one)
  await step("with no process left, nginx still shows the emergency number", async () => {
    const { status, text } = await ask(`${origin}/`, certificate)
    if (status !== 503 || !text.includes("0800 111 999")) throw new Error(`${status} ${text}`)
  })
  await step("files come in where files belong, and nothing large elsewhere", () =>
    checkSizes(first, origin, certificate),
  )
  await step("streams arrive through nginx as they are sent", () => checkStreams(first, origin, certificate))
}

/** Next says with 143 that it was told to stop. */
async function stopped(running: Running): Promise<void> {
  const { code, took } = await running.stop()
  if ((code !== 0 && code !== 143) || took > 10_000)
    throw new Error(`It ended with ${code} after ${took} ms: ${running.said().slice(-500)}`)
}

const isReady = (port: number) =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )

const readScripts = (root: string): string[] =>
  Object.values(
    (JSON.parse(readFileSync(join(root, "app/package.json"), "utf8")) as { scripts: Record<string, string> }).scripts,
  )

async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  try {
    const result = await work()
    console.log(`ok  ${what} (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
    return result
  } catch (error) {
    console.error(`BAD ${what}`)
    throw error
  }
}

if (!NOBODY) console.log("Run by somebody who is not root: the image is made and run as you.")
try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  for (const stop of stops.reverse()) await stop()
  rmSync(folder, { recursive: true, force: true })
}
