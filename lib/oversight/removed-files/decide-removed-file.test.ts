import { createHash } from "node:crypto"
import { mkdir, writeFile } from "node:fs/promises"
import { dirname } from "node:path"
import { eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { db, transaction } from "@/db/client"
import { fileNews } from "@/db/schema/file-news"
import { attachments } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { getFileUsage } from "@/lib/oversight/file-usage/get-file-usage"
import { checkStore } from "@/lib/platform/storage/check-store"
import { currentHome } from "@/lib/platform/storage/homes"
import { putAside } from "@/lib/platform/storage/put-aside"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { incomingPathOf } from "@/lib/platform/storage/store-paths"
import { openAttachment } from "@/lib/requests/attachments/open-attachment"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { log } from "@/lib/runtime/log"
import { forgetJobs, runJobs } from "@/lib/testing/jobs"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { photo } from "@/lib/testing/photos"
import { untilBlocked } from "@/lib/testing/race"
import { removedFile } from "@/lib/testing/removed-files"
import { filesInStore, sweep, withFreshStore } from "@/lib/testing/store"
import { openNewBucket, withSwift } from "@/lib/testing/swift"
import { decideRemovedFile } from "./decide-removed-file"

const swift = withSwift()
withFreshStore()
log.level = "silent"

let customer: Actor
let administrator: Actor
let request: { id: string }

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  customer = await makeActor("customer")
  administrator = await makeActor("administrator")
  request = await fileRequest(customer, requestToFile())
})

afterEach(() => vi.restoreAllMocks())

const giveBack = (id: string, actor = administrator) =>
  decideRemovedFile(actor, { id, decision: "return", reason: "false_alarm" })
const remove = (id: string, actor = administrator) =>
  decideRemovedFile(actor, { id, decision: "delete", reason: "harmful" })
const opened = async (actor: Actor, id: string) => {
  const { content, address } = await openAttachment(actor, { id })
  return (address ? await fetch(address) : new Response(content)).text()
}
const putNote = async (id: string) => {
  await mkdir(dirname(incomingPathOf(id)), { recursive: true })
  await writeFile(incomingPathOf(id), "a note")
  await currentHome().settle(id, { bytes: 6, sha256: createHash("sha256").update("a note").digest("hex") })
}
const shelves = (id: string) => Promise.all([currentHome().has(id, "files"), currentHome().has(id, "quarantine")])
const namesInHistory = async () => {
  const { items } = await listTimeline(customer, request)
  return items.flatMap((entry) => (entry.kind === "attached" ? [entry.data] : []))
}
const lastEntry = async () =>
  (
    await db.execute(sql`
      select action, subject_id as id, actor_id as by, data from audit_entries where action like 'file.%' order by audit_entries.id desc limit 1`)
  )[0]

describe.each(["disk", "S3"])("a file on %s that the scanner has removed", (home) => {
  beforeEach(async () => {
    if (home === "S3") await openNewBucket(swift)
  })

  test("is returned to those who see its request, is audited, and no sweep takes it away again", async () => {
    const id = await removedFile(customer, request)
    await expect(opened(customer, id)).rejects.toMatchObject({ code: "conflict" })
    expect(await giveBack(id)).toMatchObject({ id, decision: "return" })
    expect(await opened(customer, id)).toBe("a note")
    expect(await opened(await makeActor("supervisor"), id)).toBe("a note")
    expect((await getRequest(customer, request)).attachments).toMatchObject([{ scan: "clean", download: "ready" }])
    const data = { requestId: request.id, reason: "false_alarm" }
    expect(await lastEntry()).toEqual({ action: "file.returned", id, by: administrator.id, data })
    await sweep()
    expect(await shelves(id)).toEqual([true, false])
    expect((await getFileUsage(administrator)).removed).toEqual([])
  })

  test("is deleted for good, with its name, is audited, and leaves nothing in the store", async () => {
    const id = await removedFile(customer, request)
    const kept = await removedFile(customer, request)
    expect(await namesInHistory()).toEqual([id, kept].map((attachmentId) => ({ attachmentId, name: "found" })))
    await remove(id)
    expect(await namesInHistory()).toEqual([
      { attachmentId: id, name: "Erased file" },
      { attachmentId: kept, name: "found" },
    ])
    await remove(kept)
    expect((await getRequest(customer, request)).attachments).toEqual([])
    for (const gone of [id, kept]) expect(await shelves(gone)).toEqual([false, false])
    expect(await filesInStore()).toEqual([])
    expect(await getFileUsage(administrator)).toMatchObject({ files: 0, bytes: 0, removed: [] })
    const data = { requestId: request.id, reason: "harmful" }
    expect(await lastEntry()).toEqual({ action: "file.deleted", id: kept, by: administrator.id, data })
  })

  test("two administrators who decide at the same moment: one does, one is told, and file and row agree", async () => {
    const other = await makeActor("administrator")
    for (const [first, second] of [
      [giveBack, giveBack],
      [giveBack, remove],
      [remove, remove],
    ] as const) {
      const id = await removedFile(customer, request)
      const done = await Promise.allSettled([first(id), second(id, other)])
      expect(done.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
      for (const it of done) if (it.status === "rejected") expect(["conflict", "not_found"]).toContain(it.reason.code)
      const isKept = (await db.$count(attachments, eq(attachments.id, id))) === 1
      expect((await shelves(id))[0]).toBe(isKept)
      if (isKept) expect(await opened(customer, id)).toBe("a note")
    }
  })

  test("is returned when it lies in its place already, where an earlier return or the scanner was cut off", async () => {
    const id = await removedFile(customer, request)
    await currentHome().move(id, "quarantine", "files")
    await giveBack(id)
    expect(await opened(customer, id)).toBe("a note")
    expect(await shelves(id)).toEqual([true, false])
  })

  test("stays returned when the scanner puts it aside late, before or while it moves it", async () => {
    const id = await removedFile(customer, request)
    await giveBack(id)
    await putAside([id])
    expect(await shelves(id)).toEqual([true, false])

    const moving = await removedFile(customer, request)
    await currentHome().move(moving, "quarantine", "files")
    const { move } = currentHome()
    vi.spyOn(currentHome(), "move").mockImplementationOnce(async (...moved) => {
      await giveBack(moving)
      return move.call(currentHome(), ...moved)
    })
    await putAside([moving])
    expect(await shelves(moving)).toEqual([true, false])
    expect(await opened(customer, moving)).toBe("a note")
  })

  test("stays as the other administrator left it when one returns it too late", async () => {
    const other = await makeActor("administrator")
    for (const [decide, left] of [
      [giveBack, [true, false]],
      [remove, [false, false]],
    ] as const) {
      const id = await removedFile(customer, request)
      const { move } = currentHome()
      vi.spyOn(currentHome(), "move").mockImplementationOnce(async (...moved) => {
        const isMoved = await move.call(currentHome(), ...moved)
        await decide(id, other)
        // A store copies: what is copied while another deletes is there after it.
        if (decide === remove) await putNote(id)
        return isMoved
      })
      await expect(giveBack(id)).rejects.toMatchObject({ code: decide === remove ? "not_found" : "conflict" })
      expect(await shelves(id)).toEqual(left)
    }
  })
})

test("a returned photo gets its pictures, and open pages hear of it", async () => {
  const id = await removedFile(customer, request, await photo())
  await db.delete(fileNews)
  await giveBack(id)
  expect(await db.select().from(fileNews)).toMatchObject([{ requestId: request.id, draftId: null }])
  await runJobs()
  expect((await getRequest(customer, request)).attachments).toMatchObject([{ picture: "made", scan: "clean" }])
  expect(await db.select().from(fileNews)).toHaveLength(2)
})

test("only administrators decide, and only after they have shown who they are", async () => {
  const id = await removedFile(customer, request)
  for (const role of ["customer", "staff", "supervisor"] as const)
    for (const decide of [giveBack, remove])
      await expect(decide(id, await makeActor(role))).rejects.toMatchObject({ code: "forbidden" })
  for (const decide of [giveBack, remove])
    await expect(decide(id, { ...administrator, confirmed: false })).rejects.toMatchObject({
      code: "confirmation_required",
    })
  expect(await shelves(id)).toEqual([false, true])
})

test("nothing is decided about a file that is unknown, was not removed, or is not kept any more", async () => {
  for (const decide of [giveBack, remove])
    await expect(decide(crypto.randomUUID())).rejects.toMatchObject({ code: "not_found" })
  const clean = await removedFile(customer, request)
  await giveBack(clean)
  for (const decide of [giveBack, remove]) await expect(decide(clean)).rejects.toMatchObject({ code: "conflict" })
  expect(await opened(customer, clean)).toBe("a note")
  const gone = await removedFile(customer, request)
  await discardFiles([gone])
  await expect(giveBack(gone)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("30 days") })
  await remove(gone)
  expect((await checkStore()).lost.count).toBe(0)
})

test("nothing is decided about a file whose draft is being filed", async () => {
  const id = await removedFile(customer, request)
  const filed = await fileRequest(customer, requestToFile())
  const decided = await transaction(async (tx) => {
    await tx.update(attachments).set({ requestId: filed.id }).where(eq(attachments.id, id))
    const deciding = Promise.allSettled([remove(id)])
    await untilBlocked(1)
    return { deciding }
  })
  expect(await decided.deciding).toMatchObject([{ status: "rejected", reason: { code: "conflict" } }])
  await remove(id)
})
