import { beforeEach, describe, expect, test } from "vitest"
import { fileRequest } from "@/lib/dispatch/file-request"
import { download } from "@/lib/http/download"
import { uploadEndpoint } from "@/lib/http/upload-endpoint"
import type { Actor } from "@/lib/model/actor"
import { MEDIA_TYPES } from "@/lib/model/attachment"
import { env } from "@/lib/runtime/env"
import { call } from "@/lib/testing/api"
import { HOSTILE_FILES } from "@/lib/testing/hostile-files"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { buryStore, filesInStore, withFreshStore } from "@/lib/testing/store"
import { attachFiles } from "./attach-files"
import { openAttachment } from "./open-attachment"
import { attachmentOperations } from "./operations"

withFreshStore()

const POST = uploadEndpoint(attachmentOperations.attachFiles, attachFiles)
const GET = download(attachmentOperations.openAttachment, openAttachment)

let customer: Actor
let id: string
let around: string

beforeEach(async () => {
  around = buryStore()
  await emptyDatabase()
  customer = await makeActor("customer")
  ;({ id } = await fileRequest(customer, requestToFile()))
})

function send(name: string, content: Buffer): Promise<Response> {
  const form = new FormData()
  // What the sender says that it is has no part in it.
  form.append("files", new File([Uint8Array.from(content)], name, { type: "image/jpeg" }))
  return call(POST, "POST", { actor: customer, params: { id }, form })
}

const REFUSED = HOSTILE_FILES.filter(([, , , becomes]) => becomes === "refused")
const KEPT = HOSTILE_FILES.filter(([, , , becomes]) => becomes !== "refused")

test("there are 80 at least", () => {
  expect(HOSTILE_FILES.length).toBeGreaterThanOrEqual(80)
})

describe("is refused, and nothing of it stays", () => {
  test.each(REFUSED)("%s called %s", async (_what, name, content) => {
    const response = await send(name, content)
    expect([400, 413, 415]).toContain(response.status)
    expect(response.headers.get("content-type")).toBe("application/problem+json")
    expect(await filesInStore(around)).toEqual([])
  })
})

describe("is nothing but a file to be saved as what it is", () => {
  test.each(KEPT)("%s called %s", async (_what, name, content, becomes) => {
    const sent = await send(name, content)
    expect([sent.status, await sent.clone().json()]).toMatchObject([201, { items: [{ mediaType: becomes }] }])
    const { items } = await sent.json()
    expect(await filesInStore(around)).toEqual([`${env().ATTACHMENTS_DIR}/${items[0].id.slice(-2)}/${items[0].id}`])
    for (const range of [undefined, "bytes=0-"]) {
      const headers: Record<string, string> = range ? { range } : {}
      const response = await call(GET, "GET", { actor: customer, params: { id: items[0].id }, headers })
      expect(response.status).toBe(range ? 206 : 200)
      expect(response.headers.get("content-type")).toBe(becomes)
      expect(Object.keys(MEDIA_TYPES)).toContain(becomes)
      expect(response.headers.get("x-content-type-options")).toBe("nosniff")
      expect(response.headers.get("content-security-policy")).toBe("sandbox; default-src 'none'")
      expect(response.headers.get("content-disposition")).toMatch(
        new RegExp(`^attachment; filename="[^"]*\\${MEDIA_TYPES[becomes]}"; `),
      )
      expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true)
    }
  })
})
