import { setTimeout as sleep } from "node:timers/promises"
import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import type { Embedded } from "@/db/embedded"
import { livingServer } from "@/db/embedded-server"
import { closeDatabase } from "@/db/pools"

const ASKERS = 16
const LONGEST = 5000

/** A server that keeps its connections open and says nothing must not hold anybody for long. */
export async function frozen(server: Embedded): Promise<boolean> {
  const ask = async () => {
    const start = performance.now()
    const outcome = await db.execute(sql`select 1 as answered`).then(
      () => "answered",
      () => "refused",
    )
    return { outcome, milliseconds: performance.now() - start }
  }
  const askAll = () => Promise.all(Array.from({ length: ASKERS }, ask))
  await askAll()
  const sessions = await db.execute<{ pid: number }>(
    sql`select pid from pg_stat_activity where backend_type = 'client backend'`,
  )
  const pids = [livingServer(`${server.folder}/cluster`)?.pid ?? 0, ...sessions.map(({ pid }) => pid)]

  for (const pid of pids) process.kill(pid, "SIGSTOP")
  const silent = await askAll()
  const again = await askAll()
  for (const pid of pids) process.kill(pid, "SIGCONT")
  await sleep(500)
  const after = await askAll()
  await closeDatabase()

  const longest = Math.round(Math.max(...[...silent, ...again].map(({ milliseconds }) => milliseconds)))
  const answered = after.filter(({ outcome }) => outcome === "answered").length
  console.log(
    `frozen: ${2 * ASKERS} statements refused, the last after ${longest} ms; thawed: ${answered} of ${ASKERS} answered`,
  )
  return longest < LONGEST && answered === ASKERS
}
