import { execFile } from "node:child_process"
import { createHash, randomBytes } from "node:crypto"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { promisify } from "node:util"
import postgres from "postgres"
import { type App, startApp } from "./app"
import { customer, fileRequest } from "./customer"

const PER_SECOND = 20
const BEFORE = 6000

interface Filed {
  reference: string
  attachmentId: string
  hash: string
  acknowledgedAt: number
}

/**
 * A backup taken while requests with attachments are filed, restored into another database and store: everything that
 * was acknowledged before the backup began is there, each file as it was sent.
 */
export async function backupUnderLoad(databaseUrl: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "gas-drill-backup-"))
  const source = { DATABASE_URL: databaseUrl, ATTACHMENTS_DIR: join(folder, "files") }
  const target = { DATABASE_URL: await anotherDatabase(databaseUrl), ATTACHMENTS_DIR: join(folder, "restored") }
  const saved = join(folder, "backup")
  const app = await startApp(databaseUrl, source)
  try {
    const filing = await startFiling(app, databaseUrl)
    await sleep(BEFORE)
    const begun = Date.now()
    await run("backup", ["--to", saved], source)
    const took = Date.now() - begun
    await sleep(1000)
    const { filed, refused } = await filing.stop()
    await app.stop()
    const restored = await run("restore", ["--from", saved], target)

    const before = filed.filter(({ acknowledgedAt }) => acknowledgedAt < begun)
    const kept = await referencesIn(target.DATABASE_URL)
    const lost = before.filter(({ reference, attachmentId, hash }) => {
      const path = join(target.ATTACHMENTS_DIR, attachmentId.slice(-2), attachmentId)
      return !kept.has(reference) || !existsSync(path) || sha256(readFileSync(path)) !== hash
    })
    const isWhole = restored.includes("The audit log is intact")
    console.log(
      `backup under load: ${took} ms, ${before.length} acknowledged before it, ${lost.length} lost;`,
      `${filed.length - before.length} during and after it, of which ${kept.size - before.length} are in it;`,
      `${refused} refused; the audit log is ${isWhole ? "whole" : "NOT WHOLE"}`,
    )
    return lost.length === 0 && refused === 0 && isWhole && before.length > 20
  } finally {
    await app.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex")

async function run(name: string, args: string[], env: Record<string, string>): Promise<string> {
  const command = ["--import", "tsx", `lib/commands/${name}.ts`, ...args]
  const { stdout } = await promisify(execFile)(process.execPath, command, { env: { ...process.env, ...env } })
  return stdout
}

async function anotherDatabase(url: string): Promise<string> {
  const sql = postgres(url, { max: 1 })
  await sql`create database restored`
  await sql.end()
  return Object.assign(new URL(url), { pathname: "/restored" }).href
}

async function referencesIn(url: string): Promise<Set<string>> {
  const sql = postgres(url, { max: 1 })
  const rows = await sql<{ reference: string }[]>`select reference from service_requests where title like 'Written%'`
  await sql.end()
  return new Set(rows.map(({ reference }) => reference))
}

/** Files so many requests a second, each with a file of its own, whatever the answers take. */
async function startFiling({ address }: App, database: string) {
  const headers = await customer(address, database)
  const filed: Filed[] = []
  let refused = 0
  const underWay = new Set<Promise<void>>()

  const file = async () => {
    const { id, reference } = await fileRequest(address, headers)
    const content = Buffer.from(`A note of ${reference}: ${randomBytes(20_000).toString("hex")}`)
    const form = new FormData()
    form.set("files", new File([content], "note.txt"))
    const url = `${address}/api/v1/requests/${id}/attachments`
    const answer = id && (await fetch(url, { method: "POST", headers, body: form }))
    if (!id || !answer || answer.status !== 201) return void refused++
    const { items } = (await answer.json()) as { items: { id: string }[] }
    filed.push({ reference, attachmentId: items[0]?.id ?? "", hash: sha256(content), acknowledgedAt: Date.now() })
  }
  const timer = setInterval(() => {
    const sent = file().catch(() => void refused++)
    underWay.add(sent)
    void sent.finally(() => underWay.delete(sent))
  }, 1000 / PER_SECOND)

  return {
    async stop() {
      clearInterval(timer)
      await Promise.all(underWay)
      return { filed, refused }
    },
  }
}
