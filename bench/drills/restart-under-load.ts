import { setTimeout as sleep } from "node:timers/promises"
import postgres from "postgres"
import { type Embedded, startEmbedded } from "@/db/embedded"
import { livingServer, waitUntil } from "@/db/embedded-server"
import { startApp } from "./app"
import { customer, fileRequest } from "./customer"

const WRITERS = 16
const BETWEEN = 2500
const LONGEST_REQUEST = 5000
const ENDINGS = ["SIGINT", "SIGQUIT", "SIGKILL", "SIGINT", "SIGQUIT", "SIGKILL"] as const
const NAMES = { SIGINT: "fast", SIGQUIT: "immediate", SIGKILL: "kill -9" }

type Answer = { status: number; reference: string | undefined; sentAt: number; milliseconds: number }

/** The database is restarted while requests are filed: nothing acknowledged may be lost, and nobody may wait long. */
export async function restartUnderLoad(database: Embedded): Promise<boolean> {
  const cluster = `${database.folder}/cluster`
  const port = Number(new URL(database.url).port)
  const app = await startApp(database.url)
  const headers = await customer(app.address, database.url)
  const answers: Answer[] = []
  let running = true

  const write = async () => {
    while (running) {
      const sentAt = performance.now()
      const { status, reference } = await fileRequest(app.address, headers)
      answers.push({ status, reference, sentAt, milliseconds: performance.now() - sentAt })
      if (status !== 201) await sleep(20)
    }
  }
  const writers = Array.from({ length: WRITERS }, write)

  for (const signal of ENDINGS) {
    await sleep(BETWEEN)
    const down = performance.now()
    const pid = livingServer(cluster)?.pid ?? 0
    process.kill(pid, signal)
    await waitUntil(() => livingServer(cluster)?.pid !== pid, 10_000)
    await startEmbedded({ folder: database.folder, port })
    const up = performance.now()
    await waitUntil(() => answers.some(({ status, sentAt }) => status === 201 && sentAt > up), 10_000)
    const during = answers.filter(({ sentAt }) => sentAt > down - LONGEST_REQUEST && sentAt < up)
    console.log(
      `restarted (${NAMES[signal]}): down ${Math.round(up - down)} ms, writes again ${Math.round(performance.now() - up)} ms after,`,
      `longest request ${Math.round(Math.max(...during.map(({ milliseconds }) => milliseconds)))} ms`,
    )
  }
  await sleep(BETWEEN)
  running = false
  await Promise.all(writers)
  const isSameProcess = app.isAlive()
  await app.stop()

  const acknowledged = answers.flatMap(({ reference }) => reference ?? [])
  const sql = postgres(database.url, { max: 1 })
  const kept = new Set((await sql`select reference from service_requests`).map((row) => row.reference))
  await sql.end()
  const lost = acknowledged.filter((reference) => !kept.has(reference)).length
  const longest = Math.max(...answers.map(({ milliseconds }) => milliseconds))
  console.log(
    `restarts under load: ${acknowledged.length} acknowledged, ${lost} lost, ${answers.length - acknowledged.length} refused`,
    `(${[...new Set(answers.map(({ status }) => status))].sort().join(", ")}), longest request ${Math.round(longest)} ms,`,
    isSameProcess ? "the app was not restarted" : "THE APP DIED",
  )
  return lost === 0 && longest < LONGEST_REQUEST && isSameProcess && acknowledged.length > 0
}
