import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db, transaction } from "@/db/client"
import { statementCount } from "@/db/pools"
import { staff } from "@/db/schema/accounts"
import { drainQueue } from "@/lib/dispatch/assignment/assign-queue"
import { fileDraft } from "@/lib/dispatch/file-draft"
import type { Actor } from "@/lib/model/actor"
import type { RequestToFile } from "@/lib/requests/contract"
import { getRequest } from "@/lib/requests/get-request"
import { lockRequest } from "@/lib/requests/lock-request"
import { makeDraft } from "@/lib/testing/drafts"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { fileRequest } from "./file-request"
import { moveRequest } from "./move-request"

let customer: Actor
let worker: Actor

beforeEach(async () => {
  await emptyDatabase()
  ;[customer, worker] = [await makeActor("customer"), await makeActor("staff", { capacity: 0 })]
})

const URGENT = { category: "no_gas" } as const
const LOW = { category: "billing" } as const

const file = (changes: Partial<RequestToFile>) => fileRequest(customer, requestToFile(changes))
const assigneeOf = async ({ id }: { id: string }) => (await getRequest(customer, { id })).assignee?.id

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const before = statementCount()
  await work()
  return statementCount() - before
}

/** Somebody has spare capacity from now on, and the queue is not assigned yet: as when a shift begins, or work has just ended. */
const addCapacity = (capacity: number) => db.update(staff).set({ capacity }).where(eq(staff.accountId, worker.id))

describe.each<[string, (answers: Partial<RequestToFile>) => Promise<{ id: string } | null>]>([
  ["by API", file],
  [
    "page by page",
    async (answers) => {
      return fileDraft(customer, await makeDraft(customer, requestToFile(answers)))
    },
  ],
])("a request that is filed %s", (_, fileNow) => {
  test("takes no capacity from requests that are more urgent, or as urgent and older", async () => {
    const [older, urgent] = [await file(LOW), await file(URGENT)]
    await addCapacity(2)
    const later = await fileNow(LOW)
    expect(await Promise.all([urgent, older].map(assigneeOf))).toEqual([worker.id, worker.id])
    expect(await assigneeOf(later ?? older)).toBeUndefined()
  })

  test("goes before what is less urgent", async () => {
    const low = await file(LOW)
    await addCapacity(1)
    const urgent = await fileNow(URGENT)
    expect([await assigneeOf(urgent ?? low), await assigneeOf(low)]).toEqual([worker.id, undefined])
  })

  test("is assigned although requests are queued that nobody can take", async () => {
    await db.update(staff).set({ categories: ["billing"] })
    const stuck = await file(URGENT)
    await addCapacity(5)
    const filed = await fileNow(LOW)
    expect([await assigneeOf(stuck), await assigneeOf(filed ?? stuck)]).toEqual([undefined, worker.id])
  })
})

test("capacity that is freed again and again goes to the queue, however many file meanwhile", async () => {
  await addCapacity(5)
  const begun = await Promise.all(Array.from({ length: 5 }, () => file(LOW)))
  const urgent = await Promise.all(Array.from({ length: 5 }, () => file(URGENT)))
  let isOver = false
  const files = async () => {
    while (!isOver) await file(LOW)
  }
  const filings = [files(), files(), files()]
  try {
    for (const { id } of begun) {
      const { version } = await getRequest(customer, { id })
      await moveRequest(worker, { id, version, to: "cancelled", note: "Not needed any more." })
    }
  } finally {
    isOver = true
    await Promise.allSettled(filings)
  }
  expect(await Promise.all(urgent.map(assigneeOf))).toEqual(urgent.map(() => worker.id))
})

test("a request is filed although the queue cannot be assigned at that moment", async () => {
  const stuck = await file(URGENT)
  await addCapacity(5)
  const filed = await transaction(async (tx) => {
    await lockRequest(tx, stuck.id)
    return file(LOW)
  })
  expect(filed).toMatchObject({ status: "pending", assignee: null })
  await drainQueue()
  expect(await Promise.all([stuck, filed].map(assigneeOf))).toEqual([worker.id, worker.id])
})

test("a request is filed at its premises, and assigned, in seven statements", async () => {
  await addCapacity(5)
  await file(LOW)
  expect(await statementsOf(() => file(LOW))).toBe(7)
})

test("an emergency is filed as ever, however many others wait", async () => {
  await file({ category: "gas_leak" })
  const alone = await statementsOf(() => file({ category: "gas_leak" }))
  for (let i = 0; i < 3; i++) await file(LOW)
  expect(await statementsOf(() => file({ category: "gas_leak" }))).toBe(alone)
})
