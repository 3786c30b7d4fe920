import { readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import postgres from "postgres"
import type { TestProject } from "vitest/node"
import { startEmbedded } from "@/db/embedded"
import { isAlive, stopServer } from "@/db/embedded-server"
import { migrate } from "@/db/migrate"

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the migrated database that every test file gets a copy of. */
    template: string
    folder: string
  }
}

const PREFIX = "gas-utility-test-"
/** Faster settings: test data need not survive a crash. */
const SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]

/** Starts one embedded PostgreSQL with a migrated template for all test files. Returns what stops it. */
export default async function startTestServer(project: TestProject): Promise<() => Promise<void>> {
  await clearAfterKilledRuns()
  const folder = join(tmpdir(), PREFIX + process.pid)
  const server = await startEmbedded({ folder, database: "template", settings: SETTINGS })
  await migrate(server.url)
  project.provide("template", server.url)
  project.provide("folder", folder)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function clearAfterKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length)))) continue
    await stopServer(join(tmpdir(), name, "cluster"))
    rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

/** Makes a database as a copy of the template, in place of one with this name. Returns its address. */
export async function copyOf(template: string, name: string): Promise<string> {
  const url = new URL(template)
  url.pathname = "/postgres"
  const sql = postgres(url.href, { max: 1, onnotice: () => undefined })
  await sql`drop database if exists ${sql(name)} with (force)`
  await sql`create database ${sql(name)} template ${sql("template")}`
  await sql.end()
  url.pathname = `/${name}`
  return url.href
}
