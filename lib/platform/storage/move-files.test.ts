import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { once } from "node:events"
import { appendFile, rm } from "node:fs/promises"
import { createInterface } from "node:readline"
import { Readable } from "node:stream"
import { inArray } from "drizzle-orm"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { aloneIn } from "@/lib/commands/alone-in"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { openAttachment } from "@/lib/requests/attachments/open-attachment"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { attachMany, becomeAnother, withFreshStore } from "@/lib/testing/store"
import { openNewBucket, withSwift } from "@/lib/testing/swift"
import type { HomeOfFiles } from "./home"
import { homeNamed } from "./homes"
import { moveFiles } from "./move-files"
import { claimStore } from "./ownership"
import { pathOf } from "./store-paths"

log.level = "silent"

const [disk, bucket] = [homeNamed("disk"), homeNamed("s3")]
const swift = withSwift()
let customer: Actor
let request: { id: string; customerId: string }

withFreshStore()
beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  request = await fileRequest(customer, requestToFile())
  await openNewBucket(swift)
})
afterEach(() => {
  vi.restoreAllMocks()
})

async function move(to: HomeOfFiles) {
  const all = { moved: 0, missing: [] as string[], damaged: [] as string[] }
  for await (const { moved, missing, damaged } of moveFiles(to)) {
    all.moved += moved
    all.missing.push(...missing)
    all.damaged.push(...damaged)
  }
  return all
}
const inHome = async (home: HomeOfFiles) => {
  const found: string[] = []
  for await (const ids of home.list("files")) found.push(...ids)
  return found.sort()
}
const homesOfRows = async () => new Set((await db.select().from(attachments)).map(({ home }) => home))
const read = async (id: string) => new Response((await openAttachment(customer, { id })).content).text()

test("every file is moved to S3 and back, with its hash", async () => {
  const files = (await attachMany(request, 20)).sort()
  expect(await move(bucket)).toEqual({ moved: 20, missing: [], damaged: [] })
  expect([await inHome(disk), await inHome(bucket), await homesOfRows()]).toEqual([[], files, new Set(["s3"])])
  const [row] = await db.select().from(attachments)
  expect(row?.sha256).toBe(createHash("sha256").update("a photo").digest("hex"))
  expect(await read(files[0] ?? "")).toBe("a photo")
  expect(await move(disk)).toEqual({ moved: 20, missing: [], damaged: [] })
  expect([await inHome(disk), await inHome(bucket), await homesOfRows()]).toEqual([files, [], new Set(["disk"])])
  expect(await read(files[0] ?? "")).toBe("a photo")
})

test.each(["settle", "open", "remove"] as const)(
  "stopped where the next step is to %s, every file is served, and the move goes on",
  async (step) => {
    const files = (await attachMany(request, 10)).sort()
    vi.spyOn(step === "remove" ? disk : bucket, step).mockRejectedValue(new Error("killed"))
    await expect(move(bucket)).rejects.toThrow("killed")
    vi.restoreAllMocks()
    for (const id of files) expect(await read(id)).toBe("a photo")
    await move(bucket)
    expect([await inHome(disk), await inHome(bucket), await homesOfRows()]).toEqual([[], files, new Set(["s3"])])
  },
)

test("killed again and again, the command goes on until all files are moved", async () => {
  const files = (await attachMany(request, 60)).sort()
  for (let kills = 0; kills < 3; kills++) {
    const child = begin()
    // The first file that it has moved is when it is killed.
    await Promise.race([once(createInterface(child.stdout), "line"), once(child, "exit")])
    child.kill("SIGKILL")
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit")
    for (const id of files.slice(0, 10)) expect(await read(id)).toBe("a photo")
  }
  const last = begin()
  const [code] = await once(last, "exit")
  expect(code).toBe(0)
  expect([await inHome(disk), await inHome(bucket), await homesOfRows()]).toEqual([[], files, new Set(["s3"])])
}, 120_000)

function begin() {
  const { ATTACHMENTS_DIR, S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env()
  const given = { ATTACHMENTS_DIR, S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }
  return spawn(process.execPath, ["--import", "tsx", "lib/commands/files-move.ts", "--to", "s3"], {
    env: { ...process.env, ...given, S3_FORCE_PATH_STYLE: "1" },
    stdio: ["ignore", "pipe", "ignore"],
  })
}

test("while one command moves files, another says so and moves none", async () => {
  const files = (await attachMany(request, 3)).sort()
  const first = aloneIn("files:move", moveFiles(disk))
  const holding = aloneIn("files:move", [1, 2])
  await holding.next()
  await expect(first.next()).rejects.toThrow("Another files:move is running.")
  const second = begin()
  expect((await once(second, "exit"))[0]).toBe(1)
  expect(await inHome(disk)).toEqual(files)
  await holding.return(undefined)
  expect((await once(begin(), "exit"))[0]).toBe(0)
}, 120_000)

test("a file that another has moved meanwhile is not removed", async () => {
  const [id = ""] = await attachMany(request, 1)
  const settle = bucket.settle.bind(bucket)
  vi.spyOn(bucket, "settle").mockImplementation(async (...given) => {
    await settle(...given)
    await db.update(attachments).set({ home: "s3" })
    await disk.remove(id)
  })
  await move(bucket)
  expect(await inHome(bucket)).toEqual([id])
})

test("a copy that was damaged on the way is removed, and the file stays where it is", async () => {
  const files = await attachMany(request, 1)
  const open = bucket.open.bind(bucket)
  vi.spyOn(bucket, "open").mockImplementation(async (...given) => (await open(...given)) && Readable.from(["other"]))
  expect(await move(bucket)).toEqual({ moved: 0, missing: [], damaged: files })
  expect([await inHome(disk), await inHome(bucket), await homesOfRows()]).toEqual([files, [], new Set(["disk"])])
})

test("files that are in S3 are not moved by a process that does not know the bucket", async () => {
  await attachMany(request, 1)
  await move(bucket)
  Object.assign(env(), { S3_BUCKET: undefined, ATTACHMENTS_HOME: "disk" })
  await expect(move(disk)).rejects.toThrow("Set S3_BUCKET")
})

test("what is damaged or missing is named and stays, and all else is moved", async () => {
  const files = await attachMany(request, 10)
  await move(bucket)
  await move(disk)
  const [damaged = "", longer = "", missing = ""] = files
  await rm(pathOf(missing))
  await appendFile(pathOf(longer), "!")
  await db
    .update(attachments)
    .set({ sha256: "0".repeat(64) })
    .where(inArray(attachments.id, [damaged]))
  const done = await move(bucket)
  expect(done).toMatchObject({ moved: 7, missing: [missing] })
  expect(done.damaged.sort()).toEqual([damaged, longer].sort())
  expect(await inHome(disk)).toEqual([damaged, longer].sort())
})

test("nothing is moved between homes that are not both ours", async () => {
  await attachMany(request, 1)
  await claimStore(bucket)
  await becomeAnother()
  await expect(move(bucket)).rejects.toThrow("belong to installation")
  expect(await inHome(bucket)).toEqual([])
})
