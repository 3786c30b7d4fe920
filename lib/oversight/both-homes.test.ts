import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import postgres from "postgres"
import { afterAll, beforeEach, expect, inject, test } from "vitest"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { copyOf } from "@/db/testing"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { allHomes, homeNamed } from "@/lib/platform/storage/homes"
import { hashOf } from "@/lib/platform/storage/restore-file"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { runCommand } from "@/lib/testing/command"
import { emptyDatabase, makeActor, PASSWORD, requestToFile } from "@/lib/testing/people"
import { withFreshStore } from "@/lib/testing/store"
import { openNewBucket, withSwift } from "@/lib/testing/swift"
import { deleteAccount } from "./privacy/delete-account"
import { exportData } from "./privacy/export-data"

log.level = "silent"

const folder = mkdtempSync(join(tmpdir(), "gas-utility-homes-"))
const swift = withSwift()
let customer: Actor
let onDisk: string
let inBucket: string

withFreshStore()
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  await openNewBucket(swift)
  env().ATTACHMENTS_HOME = "disk"
  onDisk = await attach("kept on disk")
  env().ATTACHMENTS_HOME = "s3"
  inBucket = await attach("kept in the bucket")
})
async function attach(content: string): Promise<string> {
  const { id } = await fileRequest(customer, requestToFile())
  const { items } = await attachFiles(customer, { id }, (take) =>
    take(
      "a.txt",
      (async function* () {
        yield Buffer.from(content)
      })(),
    ),
  )
  return items[0]?.id ?? ""
}

async function filesIn(): Promise<string[]> {
  const found: string[] = []
  for (const home of allHomes())
    for (const shelf of ["files", "quarantine"] as const) for await (const ids of home.list(shelf)) found.push(...ids)
  return found.sort()
}

test("an export has the files of both homes", async () => {
  const { content } = await exportData(customer)
  const zip = Buffer.from(await new Response(content).arrayBuffer()).toString("latin1")
  expect(zip).toContain("kept on disk")
  expect(zip).toContain("kept in the bucket")
})

test("an account that is deleted leaves files in neither", async () => {
  expect(await filesIn()).toEqual([onDisk, inBucket].sort())
  await deleteAccount(customer, { currentPassword: PASSWORD })
  expect(await filesIn()).toEqual([])
})

test("a backup takes the files of both homes, and is restored into the one of new files", async () => {
  const saved = join(folder, "saved")
  const given = settings({ ATTACHMENTS_DIR: env().ATTACHMENTS_DIR })
  const backedUp = await runCommand("backup", ["--to", saved], given)
  expect(backedUp, backedUp.err).toMatchObject({ code: 0 })
  await openNewBucket(swift)
  const target = settings({
    ATTACHMENTS_DIR: join(folder, "empty"),
    DATABASE_URL: await copyOf(inject("template"), "homes"),
  })
  const restored = await runCommand("restore", ["--from", saved], target)
  expect(restored, restored.err).toMatchObject({ code: 0 })
  const rows = await rowsOf(target.DATABASE_URL ?? "")
  expect(rows).toEqual([onDisk, inBucket].sort().map((id) => ({ id, home: "s3" })))
  for (const { id, sha256 } of await db.select().from(attachments))
    expect(await hashOf(await homeNamed("s3").open(id, "files"))).toBe(sha256)
  const again = await runCommand("restore", ["--from", saved], {
    ...target,
    DATABASE_URL: await copyOf(inject("template"), "homes_2"),
    ATTACHMENTS_DIR: join(folder, "empty_2"),
  })
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining("is not empty. Set S3_BUCKET") })
}, 240_000)

function settings(more: Record<string, string>): Record<string, string> {
  const { S3_BUCKET = "", S3_ENDPOINT = "", S3_ACCESS_KEY_ID = "", S3_SECRET_ACCESS_KEY = "" } = env()
  return { S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_FORCE_PATH_STYLE: "1", ...more }
}

async function rowsOf(url: string) {
  const connection = postgres(url, { max: 1, onnotice: () => undefined })
  const rows = await connection`select id, home from attachments order by id`.finally(() => connection.end())
  return rows.map(({ id, home }) => ({ id, home }))
}
