import { rm } from "node:fs/promises"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { db } from "@/db/client"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { forgetDrafts } from "@/lib/oversight/privacy/forget-drafts"
import { openAttachment } from "@/lib/requests/attachments/open-attachment"
import { attachToDraft } from "@/lib/requests/drafts/attach-to-draft"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { upkeep } from "@/lib/server/upkeep"
import { makeDraft } from "@/lib/testing/drafts"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import {
  attachMany,
  becomeAnother,
  DAY,
  filesInStore,
  makeOld,
  marker,
  putFile,
  putFiles,
  sweep,
  withFreshStore,
} from "@/lib/testing/store"
import { homeNamed } from "./homes"
import { claimStore } from "./ownership"
import { countQuarantined } from "./quarantine"
import { incomingPathOf, pathOf, quarantinePathOf } from "./store-paths"
import { mostOf, sweepStore } from "./sweep-store"

withFreshStore()

let customer: Actor
let request: { id: string; customerId: string }

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  request = await fileRequest(customer, requestToFile())
})

log.level = "silent"
const loud = vi.spyOn(log, "error")
afterEach(() => void loud.mockClear())
const said = () => loud.mock.calls.flat().filter((it) => typeof it === "string")

const placesOf = (ids: string[], place: (id: string) => string) => ids.map(place).sort()

async function forgetOldDrafts(): Promise<void> {
  await db.execute("update drafts set updated_at = now() - interval '31 days'")
  for await (const _ of forgetDrafts("30 days", false));
}
async function draftFile() {
  async function* note() {
    yield Buffer.from("note")
  }
  await attachToDraft(customer, await makeDraft(customer), (take) => take("a.txt", note()))
}

describe("nothing is swept, and why is said loudly,", () => {
  test("after a start against an empty database", async () => {
    await emptyDatabase()
    const files = await putFiles(20, 90 * DAY)
    await upkeep()
    await sweep()
    expect(await filesInStore()).toEqual(placesOf(files, pathOf))
    expect(said()).toHaveLength(2)
    expect(said()[0]).toContain("no marker says whose they are")
  })

  test("in a store of another installation, whether rows or drafts have lost their files or the store its rows", async () => {
    await attachMany(request, 3)
    await draftFile()
    await putFiles(1)
    await putFile(crypto.randomUUID(), 31 * DAY, quarantinePathOf)
    await putFile(crypto.randomUUID(), 31 * DAY, incomingPathOf)
    const before = await filesInStore()
    await becomeAnother()
    await forgetOldDrafts()
    await sweep()
    await deleteRequest(customer, { id: request.id })
    expect(await filesInStore()).toEqual(before)
    expect(said()[0]).toContain(`belong to installation ${await marker()}`)
  })

  test("while the share is not mounted", async () => {
    await attachMany(request, 1, false)
    await putFile(crypto.randomUUID(), 31 * DAY, incomingPathOf)
    await sweep()
    expect(await filesInStore()).toHaveLength(1)
    expect(said()[0]).toContain("Check that the share is mounted, or the bucket is the right one")
  })

  test.each([31, 101])("when %d of 200 files have no row: an older database was restored", async (rowless) => {
    await attachMany(request, 200 - rowless)
    await claimStore()
    await putFiles(rowless)
    await sweep()
    expect(await countQuarantined()).toBe(0)
    expect(await filesInStore()).toHaveLength(200)
    expect(said()[0]).toContain("npm run files:check -- --mend")
  })

  test.each([
    [1, 1],
    [20, 5],
    [200, 30],
    [5_000, 50],
    [10_000, 100],
    [1_000_000, 100],
  ])("when of %d files more than %d have no row", (files, most) => expect(mostOf(files)).toBe(most))
})

test("what is left in a small store by processes that were killed while they received files is swept", async () => {
  await attachMany(request, 170)
  await claimStore()
  await putFiles(30)
  await sweep()
  expect(await countQuarantined()).toBe(30)
  expect(loud).not.toHaveBeenCalled()
})

test("nothing is swept in the first hour after a start", async () => {
  await claimStore()
  await draftFile()
  await forgetOldDrafts()
  await putFiles(1)
  await putFile(crypto.randomUUID(), 2 * DAY, incomingPathOf)
  const before = await filesInStore()
  await sweep({ uptime: 3_599_000 })
  expect(await filesInStore()).toEqual(before)
})

test("of several processes one sweeps an hour", async () => {
  await attachMany(request, 1)
  await sweep()
  const [late = ""] = await putFiles(1)
  await Promise.all([1, 2, 3].map(() => sweepStore({ now: Date.now(), uptime: DAY })))
  expect(await filesInStore()).toContain(pathOf(late))
})

test("each process tidies uploads and quarantine on disk, since its folder may be its machine's alone", async () => {
  await attachMany(request, 1)
  await sweep()
  await putFiles(1, 2 * DAY, incomingPathOf)
  await putFiles(1, 31 * DAY, quarantinePathOf)
  const [late = ""] = await putFiles(1)
  await sweepStore({ now: Date.now(), uptime: DAY })
  expect(await filesInStore()).toHaveLength(2)
  expect(await filesInStore()).toContain(pathOf(late))
})

test("nobody who deletes a request waits for a store that does not answer", async () => {
  await attachMany(request, 1)
  await claimStore()
  const mute = vi.spyOn(homeNamed("disk"), "move").mockReturnValue(new Promise(() => {}))
  const begun = Date.now()
  await deleteRequest(customer, { id: request.id })
  expect(Date.now() - begun).toBeLessThan(6000)
  mute.mockRestore()
})

describe("a file without a row", () => {
  test("goes into quarantine when it is older than an hour, and nothing else does", async () => {
    const kept = await attachMany(request, 10)
    const [young = ""] = await putFiles(1, 0)
    const [old = ""] = await putFiles(1)
    await sweep()
    expect(await filesInStore()).toEqual([...placesOf([...kept, young], pathOf), quarantinePathOf(old)].sort())
    expect(loud).not.toHaveBeenCalled()
  })

  test("stays there for 30 days, counted from then on, and is then removed", async () => {
    await attachMany(request, 10)
    const [old = ""] = await putFiles(1, 300 * DAY)
    await sweep()
    await sweep({ now: Date.now() + 29 * DAY })
    expect(await filesInStore()).toContain(quarantinePathOf(old))
    await sweep({ now: Date.now() + 31 * DAY })
    expect(await filesInStore()).not.toContain(quarantinePathOf(old))
  })

  test("is removed with no more than 99 others in one sweep", async () => {
    await claimStore()
    await putFiles(120, 31 * DAY, quarantinePathOf)
    await sweep()
    expect(await countQuarantined()).toBe(20)
    await sweep()
    expect(await countQuarantined()).toBe(0)
  })

  test("is served from quarantine and moved back once a row names it again, however long it lay there", async () => {
    const [id = ""] = await attachMany(request, 1)
    await claimStore()
    await rm(pathOf(id))
    await putFile(id, 40 * DAY, quarantinePathOf)
    const { content } = await openAttachment(customer, { id })
    expect(await new Response(content).text()).toBe("a photo")
    await sweep()
    expect(await filesInStore()).toEqual([pathOf(id)])
  })
})

test("a needed file that is in its place and in quarantine is left for an hour: whoever moves it may still delete it", async () => {
  const [id = ""] = await attachMany(request, 1)
  await claimStore()
  await putFile(id, 0, quarantinePathOf)
  await sweep()
  expect(await filesInStore()).toEqual([pathOf(id), quarantinePathOf(id)].sort())
  await sweep({ now: Date.now() + DAY / 12 })
  expect(await filesInStore()).toEqual([pathOf(id)])
})

test("files of a deleted request and of a forgotten draft go into quarantine", async () => {
  await attachMany(request, 2)
  await draftFile()
  await deleteRequest(customer, { id: request.id })
  expect(await countQuarantined()).toBe(2)
  await forgetOldDrafts()
  expect(await countQuarantined()).toBe(3)
  expect(await filesInStore()).toHaveLength(3)
})

test("uploads that ended with their process are removed after a day, and those that go on are not", async () => {
  await claimStore()
  const [going = "", left = ""] = await putFiles(2, 0, incomingPathOf)
  await makeOld(incomingPathOf(left), 2 * DAY)
  await sweep()
  expect(await filesInStore()).toEqual([incomingPathOf(going)])
})

test("what is called otherwise than our files is left alone", async () => {
  await claimStore()
  const elsewhere = ["backup", "00", ".snapshot"].map((folder) => join(env().ATTACHMENTS_DIR, folder))
  for (const folder of elsewhere)
    await putFile("00000000-0000-7000-8000-0000000000ff", 300 * DAY, (id) => join(folder, id))
  await putFile("notes.txt", 300 * DAY, (name) => join(env().ATTACHMENTS_DIR, "ff", name))
  const before = await filesInStore()
  await sweep()
  expect(await filesInStore()).toEqual(before)
  expect(before).toHaveLength(4)
})
