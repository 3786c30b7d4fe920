import { beforeEach, expect, test } from "vitest"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { MAX_ATTACHMENTS } from "@/lib/model/attachment"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { attachmentOperations } from "@/lib/requests/attachments/operations"
import { getRequest } from "@/lib/requests/get-request"
import { call } from "@/lib/testing/api"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { filesInStore, withFreshStore } from "@/lib/testing/store"
import { readyUpload } from "@/lib/testing/uploads"
import { uploadForm } from "./upload-form"

withFreshStore()

const POST = uploadForm(attachmentOperations.attachFiles, attachFiles, ({ id }) => `/requests/${id}`)

let customer: Actor
let id: string

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  ;({ id } = await fileRequest(customer, requestToFile()))
})

const names = async () => (await getRequest(customer, { id })).attachments.map(({ name }) => name)

async function send(files: [name: string, content: BlobPart][], uploads: string[] = []) {
  const form = new FormData()
  for (const upload of uploads) form.append("uploads", upload)
  for (const [name, content] of files) form.append("files[]", new File([content], name))
  const response = await call(POST, "POST", { actor: customer, form, params: { id } })
  const cookie = /refused-files=([\w-]+);/.exec(response.headers.get("set-cookie") ?? "")?.[1]
  const told = cookie ? JSON.parse(Buffer.from(cookie, "base64url").toString()) : undefined
  return { location: response.headers.get("location"), told }
}

test("of several files the good ones are kept and the others named, whatever their order and size", async () => {
  const { location, told } = await send([
    ["film.mov", Buffer.alloc(10_000_001, 97)],
    ["one.txt", "One"],
    ["program.txt", Buffer.from("\x7fELF\x02\x01\x01\0\0", "latin1")],
    ["empty.txt", ""],
    ["two.txt", "Two"],
  ])
  expect(location).toBe(`/requests/${id}?upload=refused`)
  expect(told).toEqual([
    { name: "film.mov", code: "too_large" },
    { name: "program.txt", code: "unsupported_media_type" },
    { name: "empty.txt", code: "invalid" },
  ])
  expect(await names()).toEqual(["one.txt", "two.txt"])
  expect(await filesInStore()).toHaveLength(2)
})

test("more than there is room for: the first are kept", async () => {
  const sent = Array.from({ length: MAX_ATTACHMENTS + 3 }, (_, i): [string, string] => [`${i}.txt`, `Note ${i}`])
  const { told } = await send(sent)
  const [kept, left] = [sent.slice(0, MAX_ATTACHMENTS), sent.slice(MAX_ATTACHMENTS)]
  expect(await names()).toEqual(kept.map(([name]) => name))
  expect(told).toEqual(left.map(([name]) => ({ name, code: "conflict" })))
})

test("all refused, and none sent", async () => {
  expect(await send([["a.bin", "a\0b"]])).toEqual({
    location: `/requests/${id}?upload=refused`,
    told: [{ name: "a.bin", code: "unsupported_media_type" }],
  })
  expect(await send([])).toEqual({ location: `/requests/${id}?upload=invalid`, told: undefined })
})

test("uploads that were begun before come with it, as fields of the form or named by a script in JSON", async () => {
  const [first, second] = [await readyUpload(customer, "1.txt", "One"), await readyUpload(customer, "2.txt", "Two")]
  expect(await send([["more.txt", "More"]], [first])).toEqual({ location: `/requests/${id}`, told: undefined })
  const named = { actor: customer, params: { id }, body: { uploads: [second] } }
  expect((await call(POST, "POST", named)).status).toBe(204)
  expect((await names()).sort()).toEqual(["1.txt", "2.txt", "more.txt"])
  expect((await call(POST, "POST", named)).status).toBe(400)
  expect(await send([], ["no id"])).toMatchObject({ location: `/requests/${id}?upload=invalid` })
})
