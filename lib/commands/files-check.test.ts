import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import { checkStore } from "@/lib/platform/storage/check-store"
import { claimStore } from "@/lib/platform/storage/ownership"
import { countQuarantined } from "@/lib/platform/storage/quarantine"
import { pathOf, quarantinePathOf } from "@/lib/platform/storage/store-paths"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { attachMany, becomeAnother, filesInStore, putFile, putFiles, withFreshStore } from "@/lib/testing/store"
import { reportOf } from "./files-report"

withFreshStore()

let request: { id: string; customerId: string }

beforeEach(async () => {
  await emptyDatabase()
  request = await fileRequest(await makeActor("customer"), requestToFile())
})

const report = async (mend = false) => reportOf(await checkStore({ mend }))

/** One attachment without a file, one with its file in quarantine, 150 files without an attachment, one of them new. */
async function muddle() {
  const kept = await attachMany(request, 5)
  await claimStore()
  const [lost = ""] = await attachMany(request, 1, false)
  const [astray = ""] = await attachMany(request, 1, false)
  await putFile(astray, 0, quarantinePathOf)
  const rowless = await putFiles(149)
  const young = await putFiles(1, 0)
  return { kept, lost, astray, rowless, young }
}

test("a store in order has nothing wrong, and files in quarantine are in order", async () => {
  await attachMany(request, 3)
  await claimStore()
  await putFile(crypto.randomUUID(), 0, quarantinePathOf)
  const { lines, isWrong } = await report()
  expect(isWrong).toBe(false)
  expect(lines.join("\n")).toMatch(/Files in quarantine +1\n\nNo problems found\./)
})

describe("a store in disorder", () => {
  test("is counted, the first of each kind named, and left as it is", async () => {
    const { lost, astray } = await muddle()
    const before = await filesInStore()
    expect(await checkStore()).toMatchObject({
      ownership: { state: "ours" },
      rows: 7,
      files: 155,
      lost: { count: 1, examples: [lost] },
      rowless: { count: 149, examples: { length: 10 } },
      astray: { count: 1, examples: [astray] },
      quarantined: 1,
    })
    const { lines, isWrong } = await report()
    expect(isWrong).toBe(true)
    expect(lines.join("\n")).toMatch(/and 139 more\n[\s\S]*npm run files:check -- --mend/)
    expect(await filesInStore()).toEqual(before)
  })

  test("is mended, beyond what a sweep would do: only what is nowhere has to come from a backup", async () => {
    const { kept, lost, astray, rowless, young } = await muddle()
    const { lines, isWrong } = await report(true)
    expect(lines.join("\n")).toMatch(/Moved back from quarantine: 1\n\nMoved to quarantine: 149\n/)
    expect(isWrong).toBe(true)
    const expected = [...[...kept, astray, ...young].map(pathOf), ...rowless.map(quarantinePathOf)]
    expect(await filesInStore()).toEqual(expected.sort())
    await putFile(lost)
    expect((await report()).isWrong).toBe(false)
  })

  test("that was mended against the wrong rows is mended back against the right ones", async () => {
    const files = await attachMany(request, 20)
    await claimStore()
    const rows = await db.delete(attachments).returning()
    await report(true)
    expect(await countQuarantined()).toBe(20)
    await db.insert(attachments).values(rows)
    expect((await report(true)).isWrong).toBe(false)
    expect(await filesInStore()).toEqual(files.map(pathOf).sort())
  })
})

test("in a store of another installation nothing is mended, and the report says whose it is", async () => {
  await claimStore()
  const theirs = await putFiles(3)
  await becomeAnother()
  const { lines, isWrong } = await report(true)
  expect(isWrong).toBe(true)
  expect(lines.join("\n")).toMatch(/belong to installation [\s\S]*--adopt/)
  expect(await filesInStore()).toEqual(theirs.map(pathOf).sort())
})
