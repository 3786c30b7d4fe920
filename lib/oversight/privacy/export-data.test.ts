import { readdirSync, readlinkSync } from "node:fs"
import { rename } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { fromBufferPromise } from "yauzl"
import { db } from "@/db/client"
import { auditEntries } from "@/db/schema/records"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { download } from "@/lib/http/download"
import { signIn } from "@/lib/identity/auth/sign-in"
import { editCustomerNotes } from "@/lib/identity/customer-notes/edit-customer-notes"
import { addHome } from "@/lib/identity/homes/add-home"
import { editNeeds } from "@/lib/identity/needs/edit-needs"
import { editProfile } from "@/lib/identity/profile/edit-profile"
import { type Actor, authorOf } from "@/lib/model/actor"
import { audit } from "@/lib/platform/audit/audit"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { attachToDraft } from "@/lib/requests/drafts/attach-to-draft"
import { editPremisesNotes } from "@/lib/requests/premises/edit-premises-notes"
import { keepUnsent } from "@/lib/requests/unsent/keep-unsent"
import { env } from "@/lib/runtime/env"
import { call } from "@/lib/testing/api"
import { makeDraft } from "@/lib/testing/drafts"
import { makeKey } from "@/lib/testing/keys"
import { emailOf, emptyDatabase, makeActor, premises, requestToFile } from "@/lib/testing/people"
import { archiveOf } from "./archive"
import { exportData } from "./export-data"
import { privacyOperations } from "./operations"

let customer: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer", { name: "Ada Lovelace" })
})

const MEGABYTE = 1_000_000

/** Text of this many bytes that is different each time. */
async function* text(bytes: number, mark = "a") {
  for (let sent = 0; sent < bytes; sent += 100_000) yield Buffer.alloc(Math.min(100_000, bytes - sent), mark)
}
const attach = (id: string, files: [string, number, string?][]) =>
  attachFiles(customer, { id }, async (take) => {
    for (const [name, bytes, mark] of files) await take(name, text(bytes, mark))
  })

/** The files of an archive by their paths. */
async function unpack(content: ReadableStream<Uint8Array>): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(Buffer.from(await new Response(content).arrayBuffer()))
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry)
    files.set(entry.fileName, Buffer.concat(await stream.toArray()))
  }
  return files
}

async function exported(actor = customer) {
  const files = await unpack((await exportData(actor)).content)
  return { files, data: JSON.parse(String(files.get("data.json"))) }
}

const openFiles = () =>
  readdirSync("/proc/self/fd").filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(env().ATTACHMENTS_DIR)
    } catch {
      return false
    }
  }).length

setFlagsFromString("--expose-gc")
const collectGarbage = runInNewContext("gc") as () => void

/** Bytes that something still holds on to. */
function inUse(): number {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const pathOf = (id: string) => join(env().ATTACHMENTS_DIR, id.slice(-2), id)

describe("a customer's data", () => {
  test("holds what is kept about them and their files byte for byte", async () => {
    const supervisor = await makeActor("supervisor")
    const worker = await makeActor("staff")
    const filed = await fileRequest(customer, requestToFile())
    const other = await makeActor("staff")
    const assigneeId = filed.assignee?.id === worker.id ? other.id : worker.id
    await assignRequest(supervisor, { ...filed, assigneeId, note: "For staff only." })
    await attach(filed.id, [["reading.txt", 11, "r"]])
    const gone = await fileRequest(customer, requestToFile({ title: "Filed by mistake" }))
    await deleteRequest(customer, gone)
    const draft = await makeDraft(customer, { title: "Not yet sent" })
    await attachToDraft(customer, draft, (take) => take("draft.txt", text(5, "d")))
    const typed = { id: filed.id, version: 0, window: "one", turn: 1 }
    await keepUnsent(customer, { ...typed, kind: "message", text: "Half a message" })
    await keepUnsent(supervisor, { ...typed, kind: "message", text: "Of staff" })

    const { files, data } = await exported()
    expect(data.profile).toMatchObject({ name: "Ada Lovelace", email: emailOf(customer), premises })
    expect(data.sessions).toMatchObject([{ address: "192.0.2.7", device: "A test" }])
    expect(data.requests).toMatchObject([
      {
        reference: filed.reference,
        description: requestToFile().description,
        premises,
        attachments: [{ name: "reading.txt", bytes: 11, missing: false }],
      },
    ])
    expect(data.requests[0].timeline.map(({ kind }: { kind: string }) => kind)).toEqual([
      "filed",
      "assigned",
      "reassigned",
      "attached",
    ])
    expect(data.drafts).toMatchObject([{ answers: { title: "Not yet sent" } }])
    expect(data.unsentMessages).toEqual([
      { request: filed.reference, text: "Half a message", updatedAt: expect.any(String) },
    ])
    expect(data.deletedRequests).toMatchObject([{ reference: gone.reference, title: "Filed by mistake" }])
    expect([...files.keys()]).toEqual([
      "data.json",
      "attachments/draft/draft.txt",
      `attachments/${filed.reference}/reading.txt`,
    ])
    expect(String(files.get(data.requests[0].attachments[0].file))).toBe("r".repeat(11))
  })

  test("holds what was done with the account, by whom, when and from where", async () => {
    const supervisor = await makeActor("supervisor", { name: "Sam Supervisor" })
    const key = await makeKey({ name: "Call centre", customerIds: [customer.id] })
    await editProfile(customer, { name: "Ada King", phone: "0113 496 0000", version: 1 })
    const stranger = { address: "203.0.113.9", device: "Not Ada's" }
    await signIn(stranger, { email: emailOf(customer), password: "not this one" }).catch(() => undefined)
    const subject = ["account", customer.id] as ["account", string]
    await audit(db, authorOf({ ...supervisor, address: "198.51.100.4" }), { action: "account.verified", subject })
    await audit(db, authorOf({ ...key, address: "198.51.100.5" }), { action: "account.verified", subject })
    const data = { accountId: customer.id }
    await audit(
      db,
      { address: "203.0.113.8" },
      { action: "session.reused", subject: ["session", customer.sessionId], data },
    )

    const { activity } = (await exported()).data
    expect(activity).toMatchObject([
      { action: "account.edited", by: "Ada King", address: customer.address, createdAt: expect.any(String) },
      { action: "account.sign_in_refused", by: null, address: "203.0.113.9" },
      { action: "account.verified", by: "Sam Supervisor", address: null },
      { action: "account.verified", by: "Call centre", address: "198.51.100.5" },
      { action: "session.reused", by: null, address: "203.0.113.8", subjectId: customer.sessionId },
      { action: "account.exported", by: "Ada King", address: customer.address },
    ])
  })

  test("holds homes with their meters and what they told us of needs, and nothing that staff note", async () => {
    const harbour = { line1: "14 Harbour Street", town: "Leeds", postcode: "LS1 4AB", meterSerial: "E6S1" }
    const { premisesId } = await addHome(customer, { premises: harbour, role: "landlord" })
    await editNeeds(customer, {
      needs: ["baby"],
      language: "Polish",
      visitPassword: "Heron",
      mayContact: false,
      version: 1,
    })
    const supervisor = await makeActor("supervisor")
    await editCustomerNotes(supervisor, { id: customer.id, notes: "A canary", version: 1 })
    await editPremisesNotes(supervisor, { id: premisesId, notes: "A canary", version: 1 })
    const { data } = await exported()
    expect(data.homes).toMatchObject([{ line1: harbour.line1, meters: ["E6S1"], role: "landlord", until: null }])
    expect(data.needs).toMatchObject({ needs: ["baby"], language: "Polish", visitPassword: "Heron", mayContact: false })
    expect(JSON.stringify(data)).not.toContain("canary")
  })

  test("names the third parties that act for the customer, also in what they did", async () => {
    const stranger = await makeActor("customer")
    const key = await makeKey({ name: "Call centre", customerIds: [customer.id] })
    await makeKey({ name: "Was for all once", revokedAt: new Date() })
    await makeKey({ name: "Council" })
    await makeKey({ name: "Somebody else's", customerIds: [stranger.id] })
    await fileRequest(key, { ...requestToFile(), customerId: customer.id })
    const { data } = await exported()
    expect(data.thirdParties).toMatchObject([
      { name: "Call centre", reach: "customers" },
      { name: "Council", reach: "utility" },
    ])
    expect(data.requests[0].timeline[0]).toMatchObject({ kind: "filed", by: "Call centre" })
  })

  test("tells nothing that is not the customer's: no hash, no note for staff, nobody else's request", async () => {
    const stranger = await makeActor("customer", { name: "Somebody Else" })
    await makeActor("staff")
    await fileRequest(stranger, requestToFile({ title: "None of your business" }))
    await fileRequest(customer, requestToFile())
    const text = JSON.stringify((await exported()).data)
    expect(text).not.toMatch(/argon2|None of your business|Somebody Else|For staff only/)
  })

  test("is complete when there is more than is read at once", async () => {
    const filed = []
    for (let i = 0; i < 53; i++) filed.push((await fileRequest(customer, requestToFile())).reference)
    const { data } = await exported()
    expect(data.requests.map(({ reference }: { reference: string }) => reference)).toEqual(filed)
    const done = data.activity.map(({ action }: { action: string }) => action)
    expect(done).toEqual([...filed.map(() => "request.filed"), "account.exported"])
  })

  test("has a path of its own for each file, and none that leads anywhere else", async () => {
    const { id, reference } = await fileRequest(customer, requestToFile())
    await attach(id, [
      ["a.txt", 1, "1"],
      ["A.txt", 1, "2"],
      ["..", 1, "3"],
      ["C:aux?.txt", 1, "4"],
      ["run.exe", 1, "5"],
    ])
    const { files } = await exported()
    const paths = ["a.txt", "A (2).txt", "attachment.txt", "C_aux_.txt", "run.exe.txt"]
    expect([...files.keys()].slice(1)).toEqual(paths.map((path) => `attachments/${reference}/${path}`))
    expect([...files.values()].slice(1).map(String)).toEqual(["1", "2", "3", "4", "5"])
  })

  test("names a file that is missing on disk instead of breaking off", async () => {
    const { id } = await fileRequest(customer, requestToFile())
    const { items } = await attach(id, [
      ["lost.txt", 3],
      ["kept.txt", 3],
    ])
    await rename(pathOf(items[0]?.id ?? ""), `${pathOf(items[0]?.id ?? "")}.away`)
    const { files, data } = await exported()
    expect(data.requests[0].attachments).toMatchObject([
      { name: "lost.txt", file: null, missing: true },
      { name: "kept.txt", missing: false },
    ])
    expect([...files.keys()]).toHaveLength(2)
  })

  test("can be asked for five times an hour, and each time is in the audit log", async () => {
    for (let i = 0; i < 5; i++) await (await exportData(customer)).content.cancel()
    await expect(exportData(customer)).rejects.toMatchObject({ code: "too_many_requests" })
    await exported(await makeActor("customer"))
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.action, "account.exported"))
    expect(entries.filter(({ subjectId }) => subjectId === customer.id)).toHaveLength(5)
  })

  test("answers with a file to be saved, of a length nobody knows yet", async () => {
    const GET = download(privacyOperations.exportData, exportData)
    const response = await call(GET, "GET", { actor: customer })
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/zip",
      "content-disposition": expect.stringContaining('attachment; filename="gas-account-data.zip"'),
      "cache-control": "private, no-store",
    })
    expect(response.headers.has("content-length")).toBe(false)
    if (response.body) expect([...(await unpack(response.body)).keys()]).toEqual(["data.json"])
  })
})

describe("fifty megabytes of attachments", () => {
  beforeEach(async () => {
    const { id } = await fileRequest(customer, requestToFile())
    await attach(
      id,
      Array.from({ length: 5 }, (_, i) => [`${i}.txt`, 10 * MEGABYTE]),
    )
  })

  test("never stand in memory, and one file is open at a time", async () => {
    const { content } = await exportData(customer)
    const before = inUse()
    let [bytes, most, open, measured] = [0, 0, 0, 0]
    for await (const chunk of content as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.length
      if (bytes - measured > 5 * MEGABYTE) {
        most = Math.max(most, inUse() - before)
        open = Math.max(open, openFiles())
        measured = bytes
      }
    }
    expect(bytes).toBeGreaterThan(50 * MEGABYTE)
    // Less than one of the files: what the collector has not come to yet differs from run to run.
    expect(most).toBeLessThan(10 * MEGABYTE)
    expect(open).toBe(1)
  }, 60_000)

  test("are read no further once the reader has gone, and nothing stays open", async () => {
    const { content } = await exportData(customer)
    const reader = content.getReader()
    let bytes = 0
    while (bytes < 15 * MEGABYTE) bytes += (await reader.read()).value?.length ?? 0
    expect(openFiles()).toBe(1)
    await reader.cancel()
    await expect.poll(openFiles).toBe(0)
  })
})

test("an archive breaks off when a file cannot be read to its end, so that nobody takes a part for all", async () => {
  async function* entries() {
    yield { path: "a.txt", content: Readable.from(broken()), compress: false }
    yield { path: "b.txt", content: Readable.from(["b"]), compress: false }
  }
  async function* broken() {
    yield Buffer.from("half")
    throw new Error("The disk is gone.")
  }
  await expect(Readable.from(archiveOf(entries())).toArray()).rejects.toThrow("The disk is gone.")
})

test("an archive nobody reads opens nothing", async () => {
  const { content } = await exportData(customer)
  expect(openFiles()).toBe(0)
  await content.cancel()
})
