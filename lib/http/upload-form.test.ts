import { beforeEach, expect, test } from "vitest"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { attachmentOperations } from "@/lib/requests/attachments/operations"
import { getRequest } from "@/lib/requests/get-request"
import { call } from "@/lib/testing/api"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { filesInStore, withFreshStore } from "@/lib/testing/store"
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

async function send(files: [name: string, content: BlobPart][], refused?: string) {
  const form = new FormData()
  if (refused !== undefined) form.append("refused", refused)
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
  const { told } = await send(Array.from({ length: 8 }, (_, i) => [`${i}.txt`, `Note ${i}`]))
  expect(await names()).toEqual(["0.txt", "1.txt", "2.txt", "3.txt", "4.txt"])
  expect(told).toEqual(["5.txt", "6.txt", "7.txt"].map((name) => ({ name, code: "conflict" })))
})

test("all refused, none sent, and what the browser has kept back", async () => {
  expect(await send([["a.bin", "a\0b"]])).toEqual({
    location: `/requests/${id}?upload=refused`,
    told: [{ name: "a.bin", code: "unsupported_media_type" }],
  })
  expect(await send([])).toEqual({ location: `/requests/${id}?upload=invalid`, told: undefined })
  const keptBack = [{ name: "film.mov", code: "too_large" }]
  expect((await send([["one.txt", "One"]], JSON.stringify(keptBack))).told).toEqual(keptBack)
  for (const forged of ["", "{", '[{"name":"x","code":"free words"}]', "null"])
    expect(await send([["more.txt", "More"]], forged)).toMatchObject({ told: undefined })
})
