import { Readable } from "node:stream"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { listDangerChecks } from "@/lib/dispatch/danger-checks/list-danger-checks"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { homeNamed } from "@/lib/platform/storage/homes"
import { attachToDraft } from "@/lib/requests/drafts/attach-to-draft"
import { beginDraft } from "@/lib/requests/drafts/begin-draft"
import { log } from "@/lib/runtime/log"
import { forgetJobs } from "@/lib/testing/jobs"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { attachToRequest } from "./attach-to-request"
import { fileDraft } from "./file-draft"
import { fileRequest } from "./file-request"

log.level = "silent"

const DISK = homeNamed("disk")
let [customer, supervisor] = [] as unknown as [Actor, Actor]

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  customer = await makeActor("customer")
  await makeActor("staff")
  supervisor = await makeActor("supervisor")
})
afterEach(() => vi.restoreAllMocks())

const upload = (take: (name: string, content: Readable) => Promise<void>) =>
  take("note.txt", Readable.from([Buffer.from("Nothing of note")]))
const checks = async () => (await listDangerChecks(supervisor, { limit: 20 })).items
const UNREAD = { danger: { verdict: "possible", judge: "unread" }, added: "A file could not be read: “note.txt”" }

async function* beginning() {
  yield Buffer.from("There")
  await new Promise(() => {})
}

async function elsewhere() {
  await db.update(attachments).set({ home: "s3" })
  vi.spyOn(DISK, "open").mockResolvedValue(undefined)
}

describe("a text whose file", () => {
  test.each([
    ["is away", () => vi.spyOn(DISK, "open").mockRejectedValue(new AppError("unavailable", "Away."))],
    ["does not answer", () => vi.spyOn(DISK, "open").mockReturnValue(new Promise(() => {}))],
    ["stops midway", () => vi.spyOn(DISK, "open").mockImplementation(async () => Readable.from(beginning()))],
    ["is missing", () => vi.spyOn(DISK, "open").mockResolvedValue(undefined)],
    ["is in a store that this process does not know", elsewhere],
  ])("%s is sent within seconds, and put before those on duty", async (_why, spoil) => {
    const { id } = await beginDraft(customer, requestToFile({ category: "billing" }))
    await attachToDraft(customer, { draft: id }, upload)
    await spoil()
    const begun = Date.now()
    const filed = await fileDraft(customer, { draft: id })
    expect(Date.now() - begun).toBeLessThan(4000)
    expect(await checks()).toMatchObject([{ id: filed?.id, ...UNREAD }])
  })

  test("cannot be read as it is attached to a request is attached, and put before those on duty", async () => {
    const { id } = await fileRequest(customer, requestToFile({ category: "billing" }))
    vi.spyOn(DISK, "open").mockRejectedValue(new AppError("unavailable", "Away."))
    await attachToRequest(customer, { id }, upload)
    expect(await db.$count(attachments)).toBe(1)
    expect(await checks()).toMatchObject([{ id, ...UNREAD }])
  })
})
