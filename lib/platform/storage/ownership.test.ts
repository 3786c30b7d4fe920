import { rm } from "node:fs/promises"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { installation } from "@/db/schema/records"
import { fileRequest } from "@/lib/dispatch/file-request"
import { env } from "@/lib/runtime/env"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import {
  attachMany,
  becomeAnother,
  filesInStore,
  installationOfDatabase,
  marker,
  putFile,
  putFiles,
  withFreshStore,
} from "@/lib/testing/store"
import { adoptStore, claimStore, lookAtStore, ownershipProblem } from "./ownership"
import { storeFile } from "./store-file"
import { markerPath, quarantinePathOf } from "./store-paths"

withFreshStore()

let request: { id: string; customerId: string }

beforeEach(async () => {
  await emptyDatabase()
  request = await fileRequest(await makeActor("customer"), requestToFile())
})

const standing = async () => (await claimStore()).state

async function* note() {
  yield Buffer.from("note")
}

describe("a store without a marker", () => {
  test("is marked when it is new, and looking alone marks nothing", async () => {
    expect((await lookAtStore()).state).toBe("free")
    expect(await marker()).toBeUndefined()
    expect(await standing()).toBe("ours")
    expect(await marker()).toBe(await installationOfDatabase())
  })

  test("is marked by processes that start together, all of which find it theirs", async () => {
    const found = await Promise.all(Array.from({ length: 8 }, standing))
    expect(new Set(found)).toEqual(new Set(["ours"]))
    expect(await filesInStore()).toEqual([])
  })

  test("is marked when most of its files and rows belong together, as after an update of the app", async () => {
    await attachMany(request, 5)
    await putFiles(2)
    await attachMany(request, 2, false)
    expect(await standing()).toBe("ours")
  })

  test("is not marked where rows name files and there are none: its share may not be mounted", async () => {
    await attachMany(request, 1, false)
    expect(await standing()).toBe("missing")
    expect(await marker()).toBeUndefined()
  })

  test.each([
    ["an empty database", 0, 0, 3],
    ["a database whose attachments are not there", 0, 3, 3],
    ["a database that was tried on it for a while", 1, 0, 3],
  ])("is not marked by %s when it holds files", async (_, both, rows, files) => {
    await attachMany(request, both)
    await attachMany(request, rows, false)
    await putFiles(files)
    expect(await standing()).toBe("unknown")
    expect(await marker()).toBeUndefined()
  })

  test("is not marked by an empty database when it holds files in quarantine alone", async () => {
    await putFile(crypto.randomUUID(), 0, quarantinePathOf)
    expect(await standing()).toBe("unknown")
  })
})

describe("a store of another installation", () => {
  beforeEach(async () => {
    await claimStore()
    await becomeAnother()
  })

  test("stays theirs, and what is wrong names both and what to do", async () => {
    const theirs = await marker()
    const found = await claimStore()
    const store = env().ATTACHMENTS_DIR
    expect(found).toEqual({ state: "foreign", id: await installationOfDatabase(), marker: theirs, store })
    expect(ownershipProblem(found)).toMatch(new RegExp(`${theirs}.*${found.id}.*files:check -- --adopt`))
    expect(await marker()).toBe(theirs)
  })

  test("takes no files", async () => {
    await expect(storeFile("a.txt", note())).rejects.toMatchObject({ code: "insufficient_storage", status: 507 })
    expect(await filesInStore()).toEqual([])
  })

  test("is ours once an operator has said so", async () => {
    expect(await adoptStore()).toBe(await installationOfDatabase())
    expect(await standing()).toBe("ours")
    expect(await storeFile("a.txt", note())).toMatchObject({ bytes: 4 })
  })
})

test("an unmounted share takes no files once the database has some", async () => {
  await attachMany(request, 1)
  await claimStore()
  await rm(markerPath())
  for (const path of await filesInStore()) await rm(path)
  await expect(storeFile("a.txt", note())).rejects.toMatchObject({ code: "insufficient_storage" })
})

test("a database that has lost its id gets a new one, and with it no store", async () => {
  await claimStore()
  await db.delete(installation)
  expect(await standing()).toBe("foreign")
})
