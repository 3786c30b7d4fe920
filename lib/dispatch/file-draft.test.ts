import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test, vi } from "vitest"
import { db, type Tx, transaction } from "@/db/client"
import { drafts, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { lockDraft } from "@/lib/requests/drafts/lock-draft"
import { makeDraft } from "@/lib/testing/drafts"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { fileDraft } from "./file-draft"
import { fileRequest } from "./file-request"

let customer: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  await makeActor("staff")
})

const titlesFiled = async () =>
  (await db.select({ title: serviceRequests.title }).from(serviceRequests)).map(({ title }) => title).sort()

test("a draft filed from several windows at once is filed once, and fails nothing that is filed with it", async () => {
  const others = await Promise.all([makeActor("customer"), makeActor("customer")])
  const draft = await makeDraft(customer, requestToFile({ title: "A draft" }))
  const another = await makeDraft(others[0] ?? customer, requestToFile({ title: "Another draft" }))
  const filed = await Promise.all([
    ...Array.from({ length: 6 }, () => fileDraft(customer, draft)),
    ...others.map((other) => fileDraft(other, another)),
    ...others.map((other) => fileRequest(other, requestToFile({ title: "By JSON" }))),
  ])
  expect(new Set(filed.map((it) => it?.id)).size).toBe(5)
  expect(new Set(filed.slice(0, 6).map((it) => it?.id)).size).toBe(1)
  expect(await titlesFiled()).toEqual(["A draft", "Another draft", "By JSON", "By JSON"])
})

/** Has the draft filed while its row is locked. Once the filing waits for it, `meanwhile` is done; gives the filing. */
async function fileLocked(draft: { draft: string }, meanwhile: (tx: Tx) => Promise<unknown>) {
  const { begun } = await transaction(async (tx) => {
    await lockDraft(tx, customer, draft.draft)
    const begun = fileDraft(customer, draft)
    await vi.waitUntil(async () => {
      const [row] = await db.execute(sql`select count(*)::int as waiting from pg_locks where not granted`)
      return row?.waiting === 1
    })
    await meanwhile(tx)
    return { begun }
  })
  return begun
}

const ofCustomer = () => eq(drafts.customerId, customer.id)

test("answers that change while the draft is being filed are filed as they are then", async () => {
  const draft = await makeDraft(customer, requestToFile({ title: "Before" }))
  const answers = requestToFile({ title: "After" })
  const filed = await fileLocked(draft, (tx) => tx.update(drafts).set({ answers, version: 2 }).where(ofCustomer()))
  expect(filed).toMatchObject({ title: "After", assignee: expect.anything() })
  expect(await titlesFiled()).toEqual(["After"])
})

test("nobody waits for another customer's draft, and least of all an emergency", async () => {
  const emergency = { category: "gas_leak", title: "Smell of gas" } as const
  const other = await makeActor("customer")
  const draft = await makeDraft(customer, requestToFile(emergency))
  const filed = await fileLocked(draft, async () => {
    expect(await fileRequest(other, requestToFile(emergency))).toMatchObject({ priority: "emergency" })
    expect(await fileRequest(other, requestToFile())).toMatchObject({ status: "pending" })
  })
  expect(filed).toMatchObject({ priority: "emergency" })
})

test("a draft discarded while it is being filed is not filed", async () => {
  const draft = await makeDraft(customer, requestToFile())
  expect(await fileLocked(draft, (tx) => tx.delete(drafts).where(ofCustomer()))).toBeNull()
  expect(await titlesFiled()).toEqual([])
})
