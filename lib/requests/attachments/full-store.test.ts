import { type FileHandle, open } from "node:fs/promises"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { fileDraft } from "@/lib/dispatch/file-draft"
import { fileRequest } from "@/lib/dispatch/file-request"
import { openApiDocument } from "@/lib/http/openapi"
import { uploadEndpoint } from "@/lib/http/upload-endpoint"
import type { Actor } from "@/lib/model/actor"
import { isStoreWritable } from "@/lib/platform/storage/is-store-writable"
import { attachToDraft } from "@/lib/requests/drafts/attach-to-draft"
import { getDraft } from "@/lib/requests/drafts/get-draft"
import { log } from "@/lib/runtime/log"
import { call } from "@/lib/testing/api"
import { makeDraft } from "@/lib/testing/drafts"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { becomeAnother, filesInStore, withFreshStore } from "@/lib/testing/store"
import { attachFiles } from "./attach-files"
import { attachmentOperations } from "./operations"

withFreshStore()

const POST = uploadEndpoint(attachmentOperations.attachFiles, attachFiles)

log.level = "silent"
const loud = vi.spyOn(log, "error")

let customer: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
})

afterEach(() => {
  vi.restoreAllMocks()
  loud.mockClear()
})

/** From now on a file handle answers a method as the kernel does when there is no room; earlier calls go through. */
async function fail(method: "writeFile" | "sync", code: string, after = 0): Promise<void> {
  const handle = await open(process.execPath)
  const handles: FileHandle = Object.getPrototypeOf(handle)
  await handle.close()
  const really = handles[method]
  let calls = 0
  vi.spyOn(handles, method).mockImplementation(function (this: FileHandle, ...given: unknown[]) {
    if (calls++ < after) return Reflect.apply(really, this, given)
    return Promise.reject(Object.assign(new Error(`${code}: it cannot be written`), { code, syscall: "write" }))
  })
}

async function* note() {
  yield Buffer.from("note")
}

describe.each(["ENOSPC", "EDQUOT", "EROFS"])("a store that says %s", (code) => {
  test.each(["writeFile", "sync"] as const)(
    "refuses the file with 507 and keeps nothing of it (%s)",
    async (method) => {
      const { id } = await fileRequest(customer, requestToFile())
      await isStoreWritable()
      await fail(method, code, 1)
      const form = new FormData()
      form.append("files", new File(["first"], "a.txt"))
      form.append("files", new File(["second"], "b.txt"))
      const response = await call(POST, "POST", { actor: customer, params: { id }, form })
      expect(response.status).toBe(507)
      expect(response.headers.get("content-type")).toBe("application/problem+json")
      expect(await response.json()).toMatchObject({
        code: "insufficient_storage",
        status: 507,
        detail: expect.stringContaining("Send your request without them"),
      })
      expect(await filesInStore()).toEqual([])
      expect(await db.select().from(attachments)).toEqual([])
    },
  )
})

test("a draft keeps its answers when a file cannot be stored, and is sent without it", async () => {
  const draft = await makeDraft(customer, requestToFile())
  await fail("writeFile", "ENOSPC")
  const attached = attachToDraft(customer, draft, (take) => take("a.txt", note()))
  await expect(attached).rejects.toMatchObject({ code: "insufficient_storage" })
  expect((await getDraft(customer, draft))?.answers).toEqual(requestToFile())
  expect(await fileDraft(customer, draft)).toMatchObject({ title: requestToFile().title })
})

test("that files cannot be stored is documented for each upload", () => {
  const uploads = Object.values(openApiDocument().paths ?? {}).flatMap((item) =>
    Object.values(item ?? {}).filter((it) => it?.requestBody?.content?.["multipart/form-data"]),
  )
  expect(uploads.length).toBeGreaterThan(0)
  for (const { responses } of uploads) expect(responses).toHaveProperty("507")
})

describe("a store", () => {
  test("can be written to, and nothing stays of the try", async () => {
    expect(await isStoreWritable()).toBe(true)
    expect(await filesInStore()).toEqual([])
  })

  test("that is full cannot, and nothing stays either", async () => {
    await isStoreWritable()
    await fail("writeFile", "ENOSPC")
    await fail("sync", "ENOSPC")
    expect(await isStoreWritable()).toBe(false)
    expect(await filesInStore()).toEqual([])
  })

  test("of another installation cannot", async () => {
    await isStoreWritable()
    await becomeAnother()
    expect(await isStoreWritable()).toBe(false)
  })
})
