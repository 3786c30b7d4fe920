import { createHash } from "node:crypto"
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Readable } from "node:stream"
import { sql } from "drizzle-orm"
import postgres from "postgres"
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { copyOf } from "@/db/testing"
import { fileRequest } from "@/lib/dispatch/file-request"
import { sealEntries } from "@/lib/oversight/audit/seal-entries"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { storeFile } from "@/lib/platform/storage/store-file"
import { env } from "@/lib/runtime/env"
import { runCommand } from "@/lib/testing/command"
import { forgetJobs } from "@/lib/testing/jobs"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { backUp } from "./back-up"
import { readManifest } from "./manifest"

const folder = join(inject("folder"), "backups")
const saved = join(folder, "first")
const WORDS = "The meter hangs by a wire.\nTab\there, backslash \\ there, ünïcode ⚠ everywhere. \\. \\N"
let target = { DATABASE_URL: "", ATTACHMENTS_DIR: "" }
let filed: { id: string; reference: string }
let file: { id: string }

/** An empty database and an empty store to restore into. */
async function emptyTarget(name: string) {
  return { DATABASE_URL: await copyOf(inject("template"), name), ATTACHMENTS_DIR: join(folder, name) }
}

async function ask<R extends object>(url: string, question: string): Promise<R[]> {
  const connection = postgres(url, { max: 1, onnotice: () => undefined })
  return (await connection.unsafe<R[]>(question).finally(() => connection.end())) as R[]
}

beforeAll(async () => {
  rmSync(env().ATTACHMENTS_DIR, { recursive: true, force: true })
  await emptyDatabase()
  await forgetJobs()
  const customer = await makeActor("customer", { name: "Zoë \\ Tab\tName" })
  await makeActor("staff")
  filed = await fileRequest(customer, requestToFile({ description: WORDS }))
  const stored = await storeFile("photo.txt", Readable.from([Buffer.from(WORDS)]))
  file = stored
  await db.insert(attachments).values({ ...stored, requestId: filed.id, uploadedBy: customer.id })
  await forgetJobs()
  await enqueue(db, "send_mail", { kind: "password_changed", accountId: customer.id })
  await enqueue(db, "send_mail", { kind: "verify_email", accountId: customer.id })
  await db.execute(
    sql`select graphile_worker.permanently_fail_jobs(array(select max(id) from graphile_worker.jobs), 'no')`,
  )
  // More than fits into a buffer of the driver, and not the last table.
  await db.execute(sql`
    insert into mails (id, "to", subject, text)
    select gen_random_uuid(), 'somebody@example.test', 'Mail ' || n, repeat('All work and no play. ', 100)
    from generate_series(1, 3000) n`)
  await sealEntries()
  target = await emptyTarget("restored_1")
})
afterAll(async () => {
  await db.execute(sql`delete from mails`)
  rmSync(folder, { recursive: true, force: true })
})

describe("a backup", { timeout: 120_000 }, () => {
  test("is restored with every row, file and counter, an audit log that is whole, and everybody signed out", async () => {
    const done = await runCommand("backup", ["--to", saved])
    expect(done, done.err).toMatchObject({ code: 0, err: "" })
    expect(done.out).toContain("Not included: AUTH_SECRET")
    const restored = await runCommand("restore", ["--from", saved], target)
    expect(restored, restored.err).toMatchObject({ code: 0, err: "" })
    const [, head] = /Head of the audit log: (\d+:\w+)/.exec(done.out) ?? []
    expect(await runCommand("audit-verify", ["--known", head ?? ""], target)).toMatchObject({ code: 0 })

    const [row] = await ask<{ reference: string; description: string }>(
      target.DATABASE_URL,
      "select reference, description from service_requests",
    )
    expect(row).toEqual({ reference: filed.reference, description: WORDS })
    expect(readFileSync(join(target.ATTACHMENTS_DIR, file.id.slice(-2), file.id), "utf8")).toBe(WORDS)
    expect(await ask(target.DATABASE_URL, "select from sessions where ended_at is null")).toEqual([])
    // Counters go on from where they were: a new row gets a number of its own.
    const counted =
      "select nextval(pg_get_serial_sequence('audit_entries', 'id'))::int > max(id) as on from audit_entries"
    expect(await ask(target.DATABASE_URL, counted)).toEqual([{ on: true }])
    // Triggers and references are awake again.
    await expect(ask(target.DATABASE_URL, "delete from audit_entries")).rejects.toThrow("only ever added")
    await expect(ask(target.DATABASE_URL, "delete from accounts")).rejects.toThrow("foreign key")
    const shape = `select count(*)::int as indexes, (select count(*)::int from pg_constraint) as constraints,
      (select count(*)::int from pg_trigger where tgenabled = 'O') as triggers from pg_indexes`
    expect(await ask(target.DATABASE_URL, shape)).toEqual(await ask(env().DATABASE_URL, shape))
  })

  test("holds its jobs back, so that a copy sends nothing, until they are released", async () => {
    const jobs =
      "select task_identifier, attempts, run_at > now() + interval '9 years' as held from graphile_worker.jobs order by id"
    expect(await ask(target.DATABASE_URL, jobs)).toEqual([
      { task_identifier: "send_mail", attempts: 0, held: true },
      { task_identifier: "send_mail", attempts: 25, held: true },
    ])
    expect(await runCommand("jobs", ["--release"], target)).toMatchObject({ code: 0, out: "2 jobs released.\n" })
    expect(await ask(target.DATABASE_URL, jobs)).toMatchObject([{ held: false }, { held: false }])
  })

  test("is restored into nothing that has been used", async () => {
    const again = await runCommand("restore", ["--from", saved], target)
    expect(again).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/^Refused: the database .* not empty/) })
    const full = { ...(await emptyTarget("restored_2")), ATTACHMENTS_DIR: target.ATTACHMENTS_DIR }
    const refused = await runCommand("restore", ["--from", saved], full)
    expect(refused).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/^Refused: .* is not empty/) })
    expect(await ask(full.DATABASE_URL, "select from accounts")).toEqual([])
  })

  test("takes the place of nothing, and names a file that is missing from the store", async () => {
    await expect(backUp(saved, "1")).rejects.toThrow("already exists")
    const path = join(env().ATTACHMENTS_DIR, file.id.slice(-2), file.id)
    rmSync(path)
    const { files } = await backUp(join(folder, "second"), "1")
    expect(files).toEqual({ count: 0, bytes: 0, missing: [file.id] })
    writeFileSync(path, WORDS)
  })

  test("that ended midway leaves nothing that could be taken for one", async () => {
    const half = join(folder, "half")
    const path = join(env().ATTACHMENTS_DIR, file.id.slice(-2), file.id)
    rmSync(path)
    // A folder cannot be read as a file.
    mkdirSync(path)
    await expect(backUp(half, "1")).rejects.toThrow()
    rmSync(path, { recursive: true })
    writeFileSync(path, WORDS)
    expect(readdirSync(folder).filter((name) => name.startsWith("half"))).toEqual([])
    mkdirSync(`${half}.partial`)
    await expect(backUp(half, "1")).rejects.toThrow("interrupted")
    await expect(readManifest(`${half}.partial`)).rejects.toThrow("no complete backup")
  })

  test("of which anything was changed or lost is refused before anything is written", async () => {
    const fresh = await emptyTarget("restored_3")
    const changes = [
      { path: "tables/accounts.copy.gz", says: "tables/accounts.copy.gz has been changed" },
      { path: `files/${file.id.slice(-2)}/${file.id}`, says: "has been changed" },
      { path: "SHA256SUMS", says: "SHA256SUMS has been changed" },
    ]
    for (const { path, says } of changes) {
      const whole = readFileSync(join(saved, path))
      appendFileSync(join(saved, path), "x")
      const refused = await runCommand("restore", ["--from", saved], fresh)
      expect(refused, path).toMatchObject({ code: 1, out: "", err: expect.stringContaining(says) })
      writeFileSync(join(saved, path), whole)
    }
    expect(await ask(fresh.DATABASE_URL, "select from accounts")).toEqual([])
    expect(existsSync(fresh.ATTACHMENTS_DIR)).toBe(false)
  })

  test("can be checked by what every system has, as sha256sum writes its list", () => {
    const [line = ""] = readFileSync(join(saved, "SHA256SUMS"), "utf8").split("\n")
    const [hash, path = ""] = line.split("  ")
    expect(
      createHash("sha256")
        .update(readFileSync(join(saved, path)))
        .digest("hex"),
    ).toBe(hash)
  })
})
