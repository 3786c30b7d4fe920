import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import postgres from "postgres"
import { startEmbedded } from "@/db/embedded"
import { migrate } from "@/db/migrate"

export type Database = Awaited<ReturnType<typeof startDatabase>>

/**
 * A database of its own for a benchmark, with the settings people get, gone afterwards. It has this version's schema
 * unless `isMigrated` is false, for another version that migrates it itself.
 */
export async function startDatabase(isMigrated = true) {
  const folder = mkdtempSync(join(tmpdir(), "gas-utility-bench-"))
  const server = await startEmbedded({ folder })
  if (isMigrated) await migrate(server.url)
  const sql = postgres(server.url, { max: 2, onnotice: () => undefined })
  const setting = async (value: string) => {
    await sql.unsafe(`alter system set log_statement = '${value}'`)
    await sql`select pg_reload_conf()`
  }
  const logged = () =>
    readFileSync(join(server.folder, "server.log"), "utf8").match(/LOG: {2}(statement|execute [^:]+):/g)?.length ?? 0

  return {
    url: server.url,
    sql,
    /** How many statements the server is sent while `work` runs, read off its own log. */
    async statementsOf(work: () => Promise<unknown>): Promise<number> {
      await setting("all")
      await sql`select pg_sleep(0.3)`
      const before = logged()
      await work()
      const sent = logged() - before
      await setting("none")
      return sent
    },
    async stop() {
      await sql.end()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Memory of the processes below this one's `pid`, in MB. */
export function residentMegabytes(pid: number): number {
  const rows = spawnSync("ps", ["-A", "-o", "pid=,ppid=,rss="], { encoding: "utf8" }).stdout.trim().split("\n")
  const processes = rows.map((row) => row.trim().split(/\s+/).map(Number))
  const below = processes.filter(([, parent]) => parent === pid)
  return below.reduce((sum, [, , kilobytes = 0]) => sum + kilobytes / 1024, 0)
}
