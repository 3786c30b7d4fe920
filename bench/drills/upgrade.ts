import { execFile, execFileSync } from "node:child_process"
import { setTimeout as sleep } from "node:timers/promises"
import { promisify } from "node:util"
import { fill, PASSWORD } from "../dataset"
import { type App, startApp } from "./app"
import { fileRequest, signIn } from "./customer"
import { oldVersion } from "./old-version"

const PER_SECOND = 20
const LONGEST_WAIT = 500
/** People know the app by one address, whichever process answers; tokens are good for that address only. */
const APP_URL = "https://gas.example.test"
/** How long the old and the new version serve side by side. */
const TOGETHER = 10_000
/** A token is good for ten minutes; a migration may take longer. */
const RENEWAL = 5 * 60_000

type Answer = { what: string; status: number; milliseconds: number; during: string }

/**
 * From the version before to this one, on a million requests or as many as are asked for, while people go on working: two old processes, then the
 * migration, then one of each, then two new ones. Nothing may fail, and nobody may wait for the migration.
 * @param from the commit of the version before, when it is not the last one that calls itself otherwise
 */
export async function upgradeUnderLoad(databaseUrl: string, requests: number, from?: string): Promise<boolean> {
  const folder = oldVersion(from)
  // Nobody builds on the machine that serves while an upgrade runs.
  for (const cwd of [folder, "."]) execFileSync(process.execPath, ["lib/commands/build.mjs"], { cwd, stdio: "inherit" })
  let old: App[] = [await startApp(databaseUrl, { APP_URL }, folder)]
  await fill(databaseUrl, { requests, customers: 2000, staff: 50, busiest: 1000 })
  old = [...old, await startApp(databaseUrl, { APP_URL }, folder)]
  const traffic = await startTraffic(old)
  const step = async (name: string, work: () => Promise<unknown>) => {
    traffic.during(name)
    const begun = performance.now()
    await work()
    console.log(`upgrade: ${name}, ${Math.round(performance.now() - begun)} ms`)
  }

  await step("before", () => sleep(TOGETHER))
  await step("migration", () => migrateByCommand(databaseUrl))
  await step("old version on the new schema", () => sleep(TOGETHER))
  const fresh: App[] = []
  for (const [i, retiring] of old.entries())
    await step(`process ${i + 1} of 2 replaced`, async () => {
      const next = await startApp(databaseUrl, { APP_URL, MIGRATIONS: "manual" })
      fresh.push(next)
      traffic.serve([...old.slice(i + 1), ...fresh])
      await retiring.stop()
      await sleep(TOGETHER)
    })
  const answers = await traffic.stop()
  await Promise.all(fresh.map((app) => app.stop()))
  return verdict(answers)
}

const migrateByCommand = (DATABASE_URL: string) =>
  promisify(execFile)("npm", ["run", "--silent", "db:migrate"], { env: { ...process.env, DATABASE_URL } })

/** Reads and writes, so many a second whatever the answers take, each to the next process in turn. */
async function startTraffic(first: App[]) {
  let serving = first
  const person = { email: "customer1@bench.test", password: PASSWORD }
  let headers = await signIn(first[0]?.address ?? "", person)
  const renewal = setInterval(async () => {
    headers = await signIn(serving[0]?.address ?? "", person)
  }, RENEWAL)
  const answers: Answer[] = []
  const underWay = new Set<Promise<void>>()
  let during = ""
  let turn = 0

  const send = async () => {
    const { address } = serving[turn % serving.length] as App
    const isWrite = turn++ % 4 === 0
    const begun = performance.now()
    const status = isWrite
      ? (await fileRequest(address, headers)).status
      : await fetch(`${address}/api/v1/requests`, { headers }).then(
          async (answer) => (await answer.text()) && answer.status,
          () => 0,
        )
    answers.push({
      what: isWrite ? "file" : "list",
      status: Number(status),
      milliseconds: performance.now() - begun,
      during,
    })
  }
  const timer = setInterval(() => {
    const sent = send().finally(() => underWay.delete(sent))
    underWay.add(sent)
  }, 1000 / PER_SECOND)

  return {
    serve(apps: App[]) {
      serving = apps
    },
    during(name: string) {
      during = name
    },
    async stop() {
      clearInterval(timer)
      clearInterval(renewal)
      await Promise.all(underWay)
      return answers
    },
  }
}

function verdict(answers: Answer[]): boolean {
  for (const name of new Set(answers.map(({ during }) => during))) {
    const then = answers.filter(({ during }) => during === name)
    const longest = (what: string) =>
      Math.round(Math.max(0, ...then.filter((it) => it.what === what).map(({ milliseconds }) => milliseconds)))
    console.log(
      `upgrade: ${name}: ${then.length} answers, longest list ${longest("list")} ms, file ${longest("file")} ms`,
    )
  }
  const failed = answers.filter(({ status }) => status !== 200 && status !== 201)
  for (const { what, status, during, milliseconds } of failed.slice(0, 5))
    console.log(`upgrade: failed: ${what} ${status} after ${Math.round(milliseconds)} ms, ${during}`)
  const waits = answers.filter(({ during }) => during === "migration").map(({ milliseconds }) => milliseconds)
  console.log(
    `upgrade: ${answers.length} answers, ${failed.length} failed, longest during the migration ${Math.round(Math.max(...waits))} ms`,
  )
  return failed.length === 0 && Math.max(...waits) <= LONGEST_WAIT
}
