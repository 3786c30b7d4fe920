import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import postgres from "postgres"
import { migrate } from "@/db/migrate"
import { closeDatabase } from "@/db/pools"
import type { FileHome } from "@/lib/model/attachment"
import { allHomes, homeNamed } from "@/lib/platform/storage/homes"
import { sweepStore } from "@/lib/platform/storage/sweep-store"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { makeBucket, startSwift } from "@/lib/testing/start-swift"

const TWO_DAYS = 2 * 24 * 3_600_000

/** A database and a store of files that belong together. */
export interface FilePlace {
  home: FileHome
  databaseUrl: string
  /** Where files are received before they are stored: elsewhere on each machine if they are in S3. */
  folder: string
  /** What an app is told that uses it. */
  settings: Record<string, string>
}

/** What a part of a drill has found. */
export interface Outcome {
  isGood: boolean
  figures: string
}

/** Has a drill work on a database and a store of its own, which are gone afterwards. */
export async function atFilePlace(
  serverUrl: string,
  home: FileHome,
  work: (place: FilePlace) => Promise<boolean>,
): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "gas-drill-files-"))
  const swift = home === "s3" ? await startSwift() : undefined
  const databaseUrl = Object.assign(new URL(serverUrl), { pathname: `/files_${home}` }).href
  const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined })
  await sql.unsafe(`create database files_${home}`)
  await migrate(databaseUrl)
  const inFolder = { ATTACHMENTS_DIR: folder, ATTACHMENTS_HOME: home }
  const settings = swift ? { ...inFolder, ...(await makeBucket(swift, "files")) } : inFolder
  const usual = { ...env() }
  // What this process looks at and sweeps.
  await closeDatabase()
  Object.assign(env(), settings, { DATABASE_URL: databaseUrl })
  try {
    return await work({ home, databaseUrl, folder, settings })
  } finally {
    await closeDatabase()
    Object.assign(env(), { S3_BUCKET: undefined }, usual)
    await sql.unsafe(`drop database files_${home} with (force)`)
    await sql.end()
    await swift?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The ids of everything that rows name, and of everything that is stored or on its way, in order. */
export async function lookAround({ home, databaseUrl }: FilePlace) {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined })
  const rows = await sql<{ id: string }[]>`
    select id from attachments where home = ${home} union all select id from pictures where home = ${home}`
  await sql.end()
  const objects = await idsOn("files", [homeNamed(home)])
  // What comes in through the app is on its disk first.
  const incoming = await idsOn("incoming", allHomes())
  return { rows: rows.map(({ id }) => id).sort(), objects, incoming }
}

async function idsOn(shelf: "files" | "incoming", homes: ReturnType<typeof allHomes>): Promise<string[]> {
  const found: string[] = []
  for (const home of homes) for await (const ids of home.list(shelf)) found.push(...ids)
  return found.sort()
}

/** Sweeps as a process does that has run for two days, two days from now. */
export async function sweepLater(): Promise<void> {
  const usual = log.level
  log.level = "error"
  await sweepStore({ now: Date.now() + TWO_DAYS, uptime: TWO_DAYS })
  log.level = usual
}
