import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { download } from "@/lib/http/download"
import type { Actor } from "@/lib/model/actor"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { openAttachment } from "@/lib/requests/attachments/open-attachment"
import { attachmentOperations } from "@/lib/requests/attachments/operations"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { call } from "@/lib/testing/api"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { attachMany, becomeAnother, installationOfDatabase, sweep, withFreshStore } from "@/lib/testing/store"
import { openNewBucket, withSwift } from "@/lib/testing/swift"
import { checkStore } from "./check-store"
import { allHomes, currentHome } from "./homes"
import { isStoreWritable } from "./is-store-writable"
import { adoptStore, claimStore } from "./ownership"
import { discardFiles, quarantineFiles } from "./quarantine"
import { openFile } from "./read-file"
import { receive } from "./receive-file"
import { s3 } from "./s3-client"
import { storeFile } from "./store-file"

log.level = "silent"

const DAY = 86_400_000
const swift = withSwift()
let customer: Actor
let id: string

withFreshStore()
beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  ;({ id } = await fileRequest(customer, requestToFile()))
})
afterEach(() => {
  vi.useRealTimers()
})

async function* stream(content: string | Uint8Array) {
  yield Buffer.from(content)
}
const attach = async (content: string | Uint8Array = "note") =>
  (await attachFiles(customer, { id }, (take) => take("a.txt", stream(content)))).items.map((it) => it.id)[0] ?? ""
const read = async (file: string) => new Response((await openAttachment(customer, { id: file })).content).text()
const listed = async (shelf: "files" | "quarantine") => {
  const found: string[] = []
  for await (const ids of currentHome().list(shelf)) found.push(...ids)
  return found.sort()
}

describe.each(["disk", "s3"] as const)("files on %s", (home) => {
  beforeEach(async () => {
    if (home === "s3") await openNewBucket(swift)
  })

  test("are kept whole, with their hash, and their row says where", async () => {
    const file = await attach("x".repeat(3_000_000))
    const [row] = await db.select().from(attachments)
    expect(row).toMatchObject({ home, bytes: 3_000_000, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(await read(file)).toBe("x".repeat(3_000_000))
    expect(await listed("files")).toEqual([file])
  })

  test("that are refused leave nothing", async () => {
    await expect(attach(Buffer.from([1, 2, 3]))).rejects.toMatchObject({ code: "unsupported_media_type" })
    await expect(attach("")).rejects.toMatchObject({ code: "invalid" })
    await expect(attach("x".repeat(10_000_001))).rejects.toMatchObject({ code: "too_large" })
    expect(await listed("files")).toEqual([])
  })

  test("go into quarantine with their request, come back when a row names them, and are deleted after 30 days", async () => {
    const file = await attach()
    const rows = await db.select().from(attachments)
    await quarantineFiles([file])
    expect([await listed("files"), await listed("quarantine")]).toEqual([[], [file]])
    expect(await read(file)).toBe("note")
    await sweep()
    expect([await listed("files"), await listed("quarantine")]).toEqual([[file], []])
    await deleteRequest(customer, { id })
    expect(rows).toHaveLength(1)
    await sweep({ now: Date.now() + 29 * DAY })
    expect(await listed("quarantine")).toEqual([file])
    await sweep({ now: Date.now() + 31 * DAY })
    expect(await listed("quarantine")).toEqual([])
  })

  test("without a row go into quarantine after an hour", async () => {
    await Promise.all([attach(), attach()])
    const { id: rowless } = await storeFile("b.txt", stream("nobody's"))
    await sweep()
    expect(await listed("quarantine")).toEqual([])
    await sweep({ now: Date.now() + 2 * 3_600_000 })
    expect(await listed("quarantine")).toEqual([rowless])
  })

  test("are deleted for good from both shelves", async () => {
    const files = [await attach(), await attach()]
    await quarantineFiles(files.slice(0, 1))
    await discardFiles(files)
    expect([await listed("files"), await listed("quarantine")]).toEqual([[], []])
    await expect(openAttachment(customer, { id: files[0] ?? "" })).rejects.toMatchObject({ code: "unavailable" })
  })

  test("are compared with their rows, and mended", async () => {
    const file = await attach()
    await quarantineFiles([file])
    await storeFile("b.txt", stream("nobody's"))
    const [lost] = await attachMany({ id, customerId: customer.id }, 1, false)
    await db.update(attachments).set({ home })
    const later = Date.now() + 2 * 3_600_000
    expect(await checkStore({ home: currentHome(), mend: true, now: later })).toMatchObject({
      rows: 2,
      lost: { count: 1, examples: [lost] },
      astray: { count: 1, examples: [file] },
      rowless: { count: 1 },
      mended: { returned: 1, putAway: 1 },
    })
  })

  test("belong to one installation, until an operator says otherwise", async () => {
    await attach()
    const ours = await installationOfDatabase()
    expect(await currentHome().readMarker()).toBe(ours)
    await becomeAnother()
    expect(await claimStore()).toMatchObject({ state: "foreign", marker: ours })
    await expect(attach()).rejects.toMatchObject({ code: "insufficient_storage", status: 507 })
    expect(await quarantineFiles(await listed("files"))).toBe(0)
    expect(await isStoreWritable()).toBe(false)
    await adoptStore()
    expect(await isStoreWritable()).toBe(true)
  })
})

describe("a store that speaks S3", () => {
  beforeEach(() => openNewBucket(swift))

  test("that is away answers 503 with a time to try again, loses nothing, and is not ready", async () => {
    const file = await attach()
    const rows = await db.select().from(attachments)
    env().S3_ENDPOINT = "http://127.0.0.1:9"
    const away = { code: "unavailable", status: 503, retryAfter: 5 }
    await expect(attach()).rejects.toMatchObject(away)
    await expect(openAttachment(customer, { id: file })).rejects.toMatchObject(away)
    await expect(openFile(file)).rejects.toMatchObject(away)
    expect(await isStoreWritable()).toBe(false)
    expect(await db.select().from(attachments)).toEqual(rows)
    env().S3_ENDPOINT = swift.endpoint
    expect(await read(file)).toBe("note")
    expect(await isStoreWritable()).toBe(true)
  })

  test("that refuses our secret is not written to", async () => {
    await attach()
    env().S3_SECRET_ACCESS_KEY = "wrong"
    await expect(attach()).rejects.toMatchObject({ code: "unavailable" })
    expect(await isStoreWritable()).toBe(false)
  })

  test("whose clock is five minutes off is said at the start", async () => {
    await attach()
    const loud = vi.spyOn(log, "error")
    await sweep()
    expect(loud).not.toHaveBeenCalled()
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5 * 60_000 })
    await sweep()
    expect(loud.mock.calls.flat()).toEqual([
      expect.stringContaining("The clock of the S3 store is 5 minutes behind this machine's."),
    ])
    loud.mockRestore()
  })

  test("refuses what was damaged on the way", async () => {
    const home = currentHome()
    const { id: kept } = await storeFile("a.txt", stream("note"))
    const other = kept.replace(/.$/, (last) => (last === "0" ? "1" : "0"))
    const received = await receive(other, "a.txt", stream("note"))
    await expect(home.settle(other, { ...received, sha256: "0".repeat(64) })).rejects.toMatchObject({
      code: "unavailable",
    })
    expect(await listed("files")).toEqual([kept])
  })

  describe("gives the address of a file after the policy check,", () => {
    const GET = download(attachmentOperations.openAttachment, openAttachment)
    const addressOf = async (file: string, actor: Actor = customer) => {
      const response = await call(GET, "GET", { actor, params: { id: file } })
      expect(response.status).toBe(302)
      return response.headers.get("location") ?? ""
    }

    test("from which it is saved with a safe type, and never shown", async () => {
      const { items } = await attachFiles(customer, { id }, (take) => take("<b>“ü”.html", stream("<b>note")))
      const response = await fetch(await addressOf(items[0]?.id ?? ""))
      expect([response.status, await response.text()]).toEqual([200, "<b>note"])
      expect(response.headers.get("content-type")).toMatch(/^text\/plain/)
      expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename=/)
      expect(response.headers.get("cache-control")).toBe("private, no-store")
    })

    test("to nobody else", async () => {
      const file = await attach()
      const refused = await call(GET, "GET", { actor: await makeActor("customer"), params: { id: file } })
      expect([refused.status, refused.headers.get("location")]).toEqual([404, null])
    })

    test("which the store refuses when it is tampered with, over, signed by another secret or not signed", async () => {
      const [file, other] = [await attach(), await attach()]
      const address = await addressOf(file)
      const statusOf = async (url: string) => (await fetch(url)).status
      expect(await statusOf(address)).toBe(200)
      expect(await statusOf(address.replace(file, other))).toBe(403)
      expect(await statusOf(address.replace("X-Amz-Expires=60", "X-Amz-Expires=6000"))).toBe(403)
      expect(await statusOf(address.replace("text%2Fplain", "text%2Fhtml"))).toBe(403)
      expect(await statusOf(address.split("?")[0] ?? "")).toBeGreaterThanOrEqual(400)
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 61_000 })
      const over = (await openAttachment(customer, { id: file })).address ?? ""
      vi.useRealTimers()
      expect(await statusOf(over)).toBe(403)
      env().S3_SECRET_ACCESS_KEY = "wrong"
      await expect(openAttachment(customer, { id: file })).rejects.toMatchObject({ code: "unavailable" })
    })

    test("and streams it while it is in quarantine", async () => {
      const file = await attach()
      await quarantineFiles([file])
      const response = await call(GET, "GET", { actor: customer, params: { id: file } })
      expect([response.status, await response.text()]).toEqual([200, "note"])
    })
  })

  test("is asked whose it is once for all files of ten seconds, and hears at once what this process marks", async () => {
    const { client } = await s3()
    const send = vi.spyOn(client, "send")
    const asked = () =>
      send.mock.calls.filter(([{ input }]) => "Key" in input && input.Key === "installation" && !("Body" in input))
        .length
    await attach("first")
    const before = asked()
    await attach("second")
    await attach("third")
    expect(asked()).toBe(before)
    vi.setSystemTime(Date.now() + 11_000)
    await attach("fourth")
    expect(asked()).toBe(before + 1)
    await becomeAnother()
    await adoptStore()
    expect(await currentHome().readMarker()).toBe(await installationOfDatabase())
    send.mockRestore()
  })

  test("serves beside the folder that was used before it", async () => {
    Object.assign(env(), { ATTACHMENTS_HOME: "disk" })
    const before = await attach("on disk")
    Object.assign(env(), { ATTACHMENTS_HOME: "s3" })
    const after = await attach("in the bucket")
    expect(allHomes()).toHaveLength(2)
    expect([await read(before), await read(after)]).toEqual(["on disk", "in the bucket"])
    await deleteRequest(customer, { id })
    for (const it of allHomes()) expect((await it.list("quarantine").next()).value).toHaveLength(1)
  })
})
