import { randomBytes } from "node:crypto"
import { beforeEach, describe, expect, test } from "vitest"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { openAttachment } from "@/lib/requests/attachments/open-attachment"
import { attachmentOperations } from "@/lib/requests/attachments/operations"
import { call } from "@/lib/testing/api"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { withFreshStore } from "@/lib/testing/store"
import { openNewBucket, withSwift } from "@/lib/testing/swift"
import { download } from "./download"

withFreshStore()
const swift = withSwift()

const GET = download(attachmentOperations.openAttachment, openAttachment)

const BEGINNING = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypisom\0\0\x02\0mp41isom")])
/** Larger than what is sent to S3 in one piece. */
const VIDEO = Buffer.concat([BEGINNING, randomBytes(12_000_000)])
const LAST = VIDEO.length - 1

let customer: Actor
let file: string

async function attach() {
  await emptyDatabase()
  customer = await makeActor("customer")
  const { id } = await fileRequest(customer, requestToFile())
  async function* content() {
    for (let at = 0; at < VIDEO.length; at += 65_536) yield VIDEO.subarray(at, at + 65_536)
  }
  const { items } = await attachFiles(customer, { id }, (take) => take("meter.mov", content()))
  file = items[0]?.id ?? ""
}
const ask = (headers: Record<string, string>, actor = customer) =>
  call(GET, "GET", { actor, params: { id: file }, headers })
const bodyOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe.each([
  ["on disk", async () => {}],
  ["in S3", () => openNewBucket(swift)],
])("a video %s", (_, open) => {
  beforeEach(async () => {
    await open()
    await attach()
  })

  test("is played in parts, each of which is what was sent", async () => {
    for (const [range, first, last] of [
      ["bytes=0-", 0, LAST],
      ["bytes=0-0", 0, 0],
      ["bytes=1000-70000", 1000, 70_000],
      ["bytes=-500", LAST - 499, LAST],
      [`bytes=-${VIDEO.length * 2}`, 0, LAST],
      [`bytes=${LAST}-`, LAST, LAST],
      [`bytes=5-${"9".repeat(40)}`, 5, LAST],
    ] as const) {
      const response = await ask({ range })
      expect([response.status, range]).toEqual([206, range])
      expect(response.headers.get("content-range")).toBe(`bytes ${first}-${last}/${VIDEO.length}`)
      expect(response.headers.get("content-length")).toBe(String(last - first + 1))
      expect(response.headers.get("accept-ranges")).toBe("bytes")
      expect(response.headers.get("cache-control")).toBe("private, no-store, no-transform")
      expect(response.headers.get("content-type")).toBe("video/mp4")
      expect(response.headers.get("content-security-policy")).toBe("sandbox; default-src 'none'")
      expect((await bodyOf(response)).equals(VIDEO.subarray(first, last + 1))).toBe(true)
    }
  })

  test("is not sent again to whoever has it, as long as it is theirs to see", async () => {
    const etag = (await ask({ range: "bytes=0-0" })).headers.get("etag") ?? ""
    const again = await ask({ "if-none-match": `"another", W/${etag}` })
    expect([again.status, await again.text()]).toEqual([304, ""])
    expect((await ask({ "if-none-match": "*" })).status).toBe(304)
    expect((await ask({ "if-none-match": etag }, await makeActor("customer"))).status).toBe(404)
  })

  test("has no part beyond its end", async () => {
    for (const range of [`bytes=${VIDEO.length}-`, "bytes=-0", `bytes=${"9".repeat(30)}-`]) {
      const response = await ask({ range })
      expect([response.status, range]).toEqual([416, range])
      expect(response.headers.get("content-range")).toBe(`bytes */${VIDEO.length}`)
      expect(await response.json()).toMatchObject({ code: "range_not_satisfiable" })
    }
  })

  test("is sent whole to whoever asks in a way that is not known, or for a part of another file", async () => {
    const tag = (await ask({ range: "bytes=0-9" })).headers.get("etag") ?? ""
    expect((await ask({ range: "bytes=0-9", "if-range": tag })).status).toBe(206)
    const others: Record<string, string>[] = [
      { range: "bytes=0-1,5-6" },
      { range: "bytes=9-5" },
      { range: "bytes=-" },
      { range: "lines=1-2" },
      { range: "bytes=1-2", "if-range": '"another"' },
      { range: "bytes=1-2", "if-range": "Mon, 30 Nov 2026 06:00:00 GMT" },
    ]
    for (const headers of others) {
      const response = await ask(headers)
      expect([response.status, headers]).toEqual([200, headers])
      expect(response.headers.get("content-length")).toBe(String(VIDEO.length))
      await response.body?.cancel()
    }
    expect((await bodyOf(await ask({ range: "nonsense" }))).equals(VIDEO)).toBe(true)
  })

  test("is played by nobody who may not see its request", async () => {
    expect((await ask({ range: "bytes=0-" }, await makeActor("customer"))).status).toBe(404)
  })
})
