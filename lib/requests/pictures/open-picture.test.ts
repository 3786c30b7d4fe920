import { eq } from "drizzle-orm"
import sharp from "sharp"
import { beforeEach, describe, expect, test } from "vitest"
import { GET } from "@/app/api/v1/attachments/[id]/pictures/[size]/route"
import { GET as openCopy } from "@/app/api/v1/attachments/[id]/route"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { copiesOfOthers } from "@/lib/oversight/privacy/copies-of-others"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { getRequest } from "@/lib/requests/get-request"
import { log } from "@/lib/runtime/log"
import { call } from "@/lib/testing/api"
import { forgetJobs, waitingJobs } from "@/lib/testing/jobs"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { attachPhoto, photo, picturesOf } from "@/lib/testing/photos"
import { withFreshStore } from "@/lib/testing/store"
import { openNewBucket, withSwift } from "@/lib/testing/swift"

const swift = withSwift()
withFreshStore()
log.level = "silent"

let customer: Actor
let supervisor: Actor
let request: { id: string }

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  customer = await makeActor("customer")
  supervisor = await makeActor("supervisor")
  request = await fileRequest(customer, requestToFile())
})

const show = (actor: Actor | undefined, id: string, size = "small", headers: Record<string, string> = {}) =>
  call(GET, "GET", { actor, params: { id, size }, headers })
const open = (actor: Actor, id: string) => call(openCopy, "GET", { actor, params: { id } })

/** From now on its job has not run. */
const unmake = (id: string) => db.update(attachments).set({ picture: null }).where(eq(attachments.id, id))

describe("a picture", () => {
  test("is shown in the page and runs nothing, to those who may see the photo", async () => {
    const { id } = await attachPhoto(customer, request)
    for (const actor of [customer, supervisor]) {
      const answer = await show(actor, id)
      expect(answer.status).toBe(200)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "content-type": "image/webp",
        "content-disposition": "inline",
        "x-content-type-options": "nosniff",
        "content-security-policy": "sandbox; default-src 'none'",
        "cache-control": "private, no-cache",
      })
      const body = Buffer.from(await answer.arrayBuffer())
      expect(String(body.length)).toBe(answer.headers.get("content-length"))
      expect(await sharp(body).metadata()).toMatchObject({ format: "webp", width: 40, height: 80 })
    }
  })

  test("of an emergency that nobody has is seen by whoever may take it", async () => {
    const staff = [await makeActor("staff"), await makeActor("staff")]
    const emergency = await fileRequest(customer, { ...requestToFile(), category: "gas_leak" })
    const { id } = await attachPhoto(customer, emergency)
    for (const actor of staff) expect((await show(actor, id)).status).toBe(200)
  })

  test("is not sent again while it is the same, and asked about each time", async () => {
    const { id } = await attachPhoto(customer, request)
    const etag = (await show(customer, id)).headers.get("etag") ?? ""
    expect((await show(customer, id, "small", { "if-none-match": etag })).status).toBe(304)
    expect((await show(customer, id, "large", { "if-none-match": `"another", W/${etag}` })).status).toBe(
      (await picturesOf(id))[0]?.sha256 === (await picturesOf(id))[1]?.sha256 ? 304 : 200,
    )
    const stranger = await makeActor("customer")
    expect((await show(stranger, id, "small", { "if-none-match": etag })).status).toBe(404)
  })

  test("is unknown to others, to nobody, in another size and where there is none", async () => {
    const { id } = await attachPhoto(customer, request)
    const note = await attachPhoto(customer, request, Buffer.from("a note"), "note.txt")
    expect((await show(await makeActor("customer"), id)).status).toBe(404)
    expect((await show(undefined, id)).status).toBe(401)
    expect((await show(customer, id, "huge")).status).toBe(400)
    expect((await show(customer, note.id)).status).toBe(404)
    expect((await show(customer, crypto.randomUUID())).status).toBe(404)
  })

  test("that is not made yet is asked for again soon; one whose file is away is said to be", async () => {
    const { id } = await attachPhoto(customer, request)
    await unmake(id)
    const early = await show(customer, id)
    expect([early.status, early.headers.get("retry-after")]).toEqual([503, "5"])
    expect(await waitingJobs()).toHaveLength(1)
    await db.update(attachments).set({ picture: "made" })
    await discardFiles((await picturesOf(id)).map((it) => it.id))
    expect((await show(customer, id)).status).toBe(503)
  })
})

describe.each(["disk", "S3"])("a photo on %s that others sent", (home) => {
  beforeEach(async () => {
    if (home === "S3") await openNewBucket(swift)
  })

  /** What somebody has in the end, from wherever it is. */
  async function given(actor: Actor, id: string) {
    const answer = await open(actor, id)
    const from = answer.status === 302 ? await fetch(answer.headers.get("location") ?? "") : answer
    return {
      status: from.status,
      type: from.headers.get("content-type"),
      name: from.headers.get("content-disposition"),
      body: Buffer.from(await from.arrayBuffer()),
    }
  }

  test("is given to its customer as a copy that does not say where it was taken, and to staff as it came", async () => {
    const taken = await photo()
    const { id } = await attachPhoto(supervisor, request, taken, "boiler.jpeg")
    const copy = await given(customer, id)
    expect(copy).toMatchObject({ status: 200, type: "image/webp", name: expect.stringContaining("boiler.webp") })
    expect((await sharp(copy.body).metadata()).exif).toBeUndefined()
    expect((await given(supervisor, id)).body.equals(taken)).toBe(true)
    expect((await given(await makeActor("administrator"), id)).body.equals(taken)).toBe(true)
  })

  test("waits until the copy is made, and is not given where none can be made", async () => {
    const { id } = await attachPhoto(supervisor, request)
    await unmake(id)
    const early = await open(customer, id)
    expect([early.status, early.headers.get("retry-after")]).toEqual([503, "5"])
    const broken = await attachPhoto(supervisor, request, (await photo({ width: 800, height: 600 })).subarray(0, 2000))
    expect((await open(customer, broken.id)).status).toBe(403)
    expect((await given(supervisor, broken.id)).status).toBe(200)
  })

  test("by a key that acts for its customer is a copy for the customer, and as it came for the key", async () => {
    const key = await makeKey({ customerIds: [customer.id] })
    const { id } = await attachPhoto(key, request)
    const copy = await given(customer, id)
    expect(copy).toMatchObject({ status: 200, type: "image/webp" })
    expect((await given(key, id)).type).toBe("image/jpeg")
    const copies = await copiesOfOthers(customer.id, (await getRequest(customer, request)).attachments)
    expect([...copies.keys()]).toEqual([id])
  })

  test("is theirs as it came if they sent it themselves", async () => {
    const taken = await photo()
    const { id } = await attachPhoto(customer, request, taken)
    expect((await given(customer, id)).body.equals(taken)).toBe(true)
  })
})
