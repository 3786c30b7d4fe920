import { existsSync } from "node:fs"
import { readdir, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileDraft } from "@/lib/dispatch/file-draft"
import { fileRequest } from "@/lib/dispatch/file-request"
import { uploadEndpoint } from "@/lib/http/upload-endpoint"
import type { Actor } from "@/lib/model/actor"
import { MAX_ATTACHMENT_BYTES } from "@/lib/model/attachment"
import { applyRetention } from "@/lib/oversight/privacy/apply-retention"
import { cleanName, storeFile } from "@/lib/platform/storage/store-file"
import { pathOf } from "@/lib/platform/storage/store-paths"
import { attachToDraft, detachFromDraft } from "@/lib/requests/drafts/attach-to-draft"
import { discardDraft } from "@/lib/requests/drafts/discard-draft"
import { getDraft } from "@/lib/requests/drafts/get-draft"
import { saveStep } from "@/lib/requests/drafts/save-step"
import { env } from "@/lib/runtime/env"
import { call } from "@/lib/testing/api"
import { makeDraft } from "@/lib/testing/drafts"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { attachFiles } from "./attach-files"
import { openAttachment } from "./open-attachment"
import { attachmentOperations } from "./operations"

const SAMPLES: Record<string, Buffer> = {
  "image/jpeg": Buffer.from("ffd8ffe000104a46494600010100", "hex"),
  "image/png": Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex"),
  "image/webp": Buffer.from("524946461a000000574542505650384c0d0000002f00000010071011118888fe", "hex"),
  "image/heic": Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic")]),
  "application/pdf": Buffer.from("%PDF-1.4\n1 0 obj\n"),
  "text/plain": Buffer.from("Der Zähler steht auf 4 711 m³.\r\n"),
}

const POST = uploadEndpoint(attachmentOperations.attachFiles, attachFiles)

let customer: Actor
let id: string

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  ;({ id } = await fileRequest(customer, requestToFile()))
})

async function* stream(content: Buffer | string) {
  yield Buffer.from(content)
}
const attach = (name: string, content: Buffer | string) =>
  attachFiles(customer, { id }, (take) => take(name, stream(content)))

async function filesOnDisk(): Promise<string[]> {
  const all = await readdir(env().ATTACHMENTS_DIR, { recursive: true, withFileTypes: true }).catch(() => [])
  return all.filter((entry) => entry.isFile()).map(({ name }) => name)
}
const rows = async () => (await db.select().from(attachments)).map((row) => row.id)

describe("what may be attached", () => {
  test("so many bytes a day and no more, whatever is deleted again, and what is refused leaves nothing", async () => {
    const before = env().UPLOAD_MB_PER_DAY
    env().UPLOAD_MB_PER_DAY = 1
    try {
      const { items } = await attach("first.txt", "a".repeat(600 * 1024))
      const kept = [await filesOnDisk(), await rows()]
      const refused = { code: "too_many_requests", retryAfter: expect.any(Number) }
      await expect(attach("second.txt", "b".repeat(600 * 1024))).rejects.toMatchObject(refused)
      expect([await filesOnDisk(), await rows()]).toEqual(kept)
      await expect(attach("small.txt", "c".repeat(300 * 1024))).resolves.toMatchObject({
        items: [{ name: "small.txt" }],
      })
      expect(items).toHaveLength(1)
    } finally {
      env().UPLOAD_MB_PER_DAY = before
    }
  })

  test.each(Object.entries(SAMPLES))("%s is known by its content, whatever it is called", async (type, content) => {
    const { items } = await attach("virus.exe", content)
    expect(items[0]).toMatchObject({ mediaType: type, bytes: content.length })
  })

  test.each([
    ["a program", Buffer.from("4d5a90000300000004000000ffff0000", "hex")],
    ["a picture format we do not keep", Buffer.from("GIF89a\x01\x00\x01\x00", "latin1")],
    ["an archive", Buffer.from("504b03041400000008", "hex")],
    ["bytes that are no text", Buffer.from([65, 0, 66])],
    ["an old program without a byte that no text has", Buffer.from("4d5a0102030405", "hex")],
  ])("%s is refused, though it is called photo.jpg, and leaves nothing", async (_, content) => {
    const before = await filesOnDisk()
    await expect(attach("photo.jpg", content)).rejects.toMatchObject({ code: "unsupported_media_type" })
    expect([await filesOnDisk(), await rows()]).toEqual([before, []])
  })

  test.each([
    ["a note about a BMW", Buffer.from("BMW parked over the meter")],
    ["a note that begins with MZ", Buffer.from("MZ 4711 is the meter")],
    ["a note about a GIF", Buffer.from("GIF89a is what the app sent me")],
    ["a note that begins with ID3", Buffer.from("ID3 on the plate")],
    ["a note that begins with %!", Buffer.from("%! is what the display shows")],
    ["UTF-16, little end first", Buffer.from("\ufeffZähler 4711\r\n", "utf16le")],
    ["UTF-16, big end first", Buffer.from("\ufeffZähler 4711", "utf16le").swap16()],
    ["Windows-1252", Buffer.from("Z\xe4hler 4711 \x96 m\xb3", "latin1")],
    ["UTF-8 that comes in halves of letters", Buffer.from("ä".repeat(50_000))],
  ])("%s is text", async (_, content) => {
    const { items } = await attach("note", content)
    expect(items[0]).toMatchObject({ mediaType: "text/plain" })
  })

  const box = (brand: string) =>
    Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0mif1heic`)])
  test.each([
    ["a HEIC sequence", box("msf1"), "image/heic"],
    ["a HEVC sequence", box("hevc"), "image/heic"],
    ["AVIF", box("avif"), "image/avif"],
    [
      "a PDF with something before it",
      Buffer.concat([Buffer.alloc(1000, 0x0b), Buffer.from("%PDF-1.7\n\0\x01")]),
      "application/pdf",
    ],
    [
      "an animated PNG",
      Buffer.from(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489000000086163544c00000001000000007e",
        "hex",
      ),
      "image/png",
    ],
  ])("%s is kept as what it is", async (_, content, mediaType) => {
    const { items } = await attach("file", content)
    expect(items[0]).toMatchObject({ mediaType })
  })

  test("a file of 10 MB is kept, one byte more is not, and neither stands in memory", async () => {
    async function* megabytes(total: number) {
      const chunk = Buffer.alloc(100_000, "a")
      for (let sent = 0; sent < total; sent += chunk.length)
        yield chunk.subarray(0, Math.min(chunk.length, total - sent))
    }
    expect(await storeFile("a", megabytes(MAX_ATTACHMENT_BYTES))).toMatchObject({ bytes: MAX_ATTACHMENT_BYTES })
    await expect(storeFile("a", megabytes(MAX_ATTACHMENT_BYTES + 1))).rejects.toMatchObject({ code: "too_large" })
  })

  test("an empty file is refused", () => expect(attach("a.txt", "")).rejects.toMatchObject({ code: "invalid" }))

  test("names lose their path and whatever cannot be seen", () => {
    expect(cleanName("../../etc/pass\u0000wd\u202e.txt")).toBe("passwd.txt")
    expect(cleanName("C:\\photos\\boiler.jpg")).toBe("boiler.jpg")
    expect(cleanName("  ")).toBe("attachment")
    expect(cleanName(`${"🔥".repeat(300)}.png`)).toHaveLength(116 * 2 + 4)
  })
})

describe("attachments of a request", () => {
  test("are twenty at most, also when more arrive at once", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 24 }, (_, i) => attach(`${i}.txt`, "note")))
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(20)
    expect(await rows()).toHaveLength(20)
  })

  test("of which one is missing from the store are said to be unavailable, before anything is sent", async () => {
    const { items } = await attach("note.txt", "note")
    const [file = ""] = (await filesOnDisk()).filter((name) => name === items[0]?.id)
    await rm(pathOf(file))
    await expect(openAttachment(customer, { id: file })).rejects.toMatchObject({ code: "unavailable" })
  })

  test("come all or not at all", async () => {
    const before = await filesOnDisk()
    const both = attachFiles(customer, { id }, async (take) => {
      await take("good.txt", stream("good"))
      await take("bad.jpg", stream(Buffer.from([1, 2, 3])))
    })
    await expect(both).rejects.toMatchObject({ code: "unsupported_media_type" })
    expect([await filesOnDisk(), await rows()]).toEqual([before, []])
  })

  test("go with the request when it is deleted", async () => {
    const { items } = await attach("note.txt", "note")
    await deleteRequest(customer, { id })
    await expect(openAttachment(customer, { id: items[0]?.id ?? "" })).rejects.toMatchObject({ code: "not_found" })
    expect(await rows()).toEqual([])
  })

  test("arrive by multipart and are read back byte for byte", async () => {
    const form = new FormData()
    form.append("files", new File([Uint8Array.from(SAMPLES["image/png"] ?? [])], "ein Bild „ü“.png"))
    form.append("files", new File(["second"], "b.txt"))
    form.append("files", new File([], ""))
    const response = await call(POST, "POST", { actor: customer, params: { id }, form })
    expect(response.status).toBe(201)
    const { items } = await response.json()
    expect(items.map((item: { name: string }) => item.name)).toEqual(["ein Bild „ü“.png", "b.txt"])
    const { content } = await openAttachment(customer, { id: items[0].id })
    expect(Buffer.from(await new Response(content).arrayBuffer())).toEqual(SAMPLES["image/png"])
  })

  test("are opened only when somebody reads: answers nobody reads hold nothing open", async () => {
    const { items } = await attach("note.txt", Buffer.alloc(1_000_000, "a"))
    const path = join(env().ATTACHMENTS_DIR, (items[0]?.id ?? "").slice(-2), items[0]?.id ?? "")
    const { content } = await openAttachment(customer, { id: items[0]?.id ?? "" })
    await rename(path, `${path}.away`)
    // Had the file been opened before, its content would still be read.
    await expect(new Response(content).arrayBuffer()).rejects.toThrow()
    await rename(`${path}.away`, path)
  })

  test.each([
    ["no boundary", "multipart/form-data", "x", 400],
    ["not multipart", "text/plain", "{}", 415],
    ["JSON that names nothing", "application/json", "{}", 400],
    [
      "JSON that names no upload of theirs",
      "application/json",
      '{"uploads":["019f0000-0000-7000-8000-000000000000"]}',
      400,
    ],
    [
      "an upload that breaks off",
      "multipart/form-data; boundary=b",
      '--b\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n\r\nhal',
      400,
    ],
    ["no file", "multipart/form-data; boundary=b", "--b--\r\n", 400],
  ])("%s is the sender's mistake", async (_, type, body, status) => {
    const before = await filesOnDisk()
    const response = await call(POST, "POST", {
      actor: customer,
      params: { id },
      headers: { "content-type": type },
      form: body as never,
    })
    expect(response.status).toBe(status)
    expect(await filesOnDisk()).toEqual(before)
  })
})

describe("a draft", () => {
  test("keeps the answers step by step and becomes a request with its files, once", async () => {
    const { category, premises, ...details } = requestToFile()
    const draft = await makeDraft(customer, { category })
    await saveStep("details")(customer, { ...draft, ...details })
    await attachToDraft(customer, draft, (take) => take("note.txt", stream("note")))
    await expect(fileDraft(customer, draft)).rejects.toMatchObject({ code: "conflict" })
    await saveStep("premises")(customer, { ...draft, premises })
    const outcomes = await Promise.all([1, 2, 3].map(() => fileDraft(customer, draft)))
    const ids = new Set(outcomes.map((filed) => filed?.id))
    expect(ids.size).toBe(1)
    const [filedAs] = ids
    expect(await getDraft(customer, draft)).toMatchObject({ answers: {}, attachments: [], filedAs })
    const [attached] = await db.select().from(attachments)
    expect(attached).toMatchObject({ requestId: filedAs, openDraftId: null })
  })

  test("loses a file, or everything, when asked to", async () => {
    const draft = await makeDraft(customer)
    await attachToDraft(customer, draft, (take) => take("a.txt", stream("a")))
    await attachToDraft(customer, draft, (take) => take("b.txt", stream("b")))
    const held = (await getDraft(customer, draft))?.attachments ?? []
    const others = await detachFromDraft(await makeActor("customer"), { ...draft, id: held[0]?.id ?? "" })
    expect(others.name).toBeUndefined()
    expect((await getDraft(customer, draft))?.attachments).toHaveLength(2)
    expect((await detachFromDraft(customer, { ...draft, id: held[0]?.id ?? "" })).name).toBe("a.txt")
    expect(existsSync(join(env().ATTACHMENTS_DIR, (held[0]?.id ?? "").slice(-2), held[0]?.id ?? ""))).toBe(false)
    await discardDraft(customer, draft)
    expect(await rows()).toEqual([])
  })

  test("discarded while a file is on its way to it is gone, file and all", async () => {
    for (let i = 0; i < 10; i++) {
      const draft = await makeDraft(customer)
      await attachToDraft(customer, draft, (take) => take("a.txt", stream("a")))
      const late = attachToDraft(customer, draft, (take) => take("b.txt", stream("b")))
      const [, discarded] = await Promise.allSettled([late, discardDraft(customer, draft)])
      expect(discarded.status).toBe("fulfilled")
      await discardDraft(customer, draft)
      expect(await rows()).toEqual([])
    }
  })

  test("is read by nobody else, and forgotten after thirty days", async () => {
    const draft = await makeDraft(customer)
    await attachToDraft(customer, draft, (take) => take("a.txt", stream("a")))
    const file = (await getDraft(customer, draft))?.attachments[0]?.id ?? ""
    await openAttachment(customer, { id: file })
    for (const role of ["customer", "staff", "supervisor", "administrator"] as const)
      await expect(openAttachment(await makeActor(role), { id: file })).rejects.toMatchObject({ code: "not_found" })
    await applyRetention({ dry: false, author: { address: "a test" } })
    expect(await rows()).toEqual([file])
    await db.execute("update drafts set updated_at = now() - interval '31 days'")
    await applyRetention({ dry: false, author: { address: "a test" } })
    expect(await rows()).toEqual([])
  })
})
