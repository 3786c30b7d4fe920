import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db, statementCount } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { requestDrafts } from "@/db/schema/requests"
import { knownCrew, remember } from "@/lib/dispatch/assignment/learn-crew"
import { readCrew } from "@/lib/dispatch/assignment/read-crew"
import type { Actor } from "@/lib/model/actor"
import type { RequestToFile } from "@/lib/requests/contract"
import { getRequest } from "@/lib/requests/get-request"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { fileDraft } from "./draft"
import { fileRequest } from "./file"
import { moveRequest } from "./move"

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

/** Somebody has room from now on, of which nobody has been told yet: as when a shift begins, or work has just ended. */
const makeRoom = (capacity: number) => db.update(staff).set({ capacity }).where(eq(staff.accountId, worker.id))

describe.each<[string, (answers: Partial<RequestToFile>) => Promise<{ id: string } | null>]>([
  ["by API", file],
  [
    "page by page",
    async (answers) => {
      await db.insert(requestDrafts).values({ customerId: customer.id, answers: requestToFile(answers) })
      return fileDraft(customer)
    },
  ],
])("a request that is filed %s", (_, fileNow) => {
  test("takes no room from what is more urgent, or as urgent and older", async () => {
    const [older, urgent] = [await file(LOW), await file(URGENT)]
    await makeRoom(2)
    const later = await fileNow(LOW)
    expect(await Promise.all([urgent, older].map(assigneeOf))).toEqual([worker.id, worker.id])
    expect(await assigneeOf(later ?? older)).toBeUndefined()
  })

  test("goes before what is less urgent", async () => {
    const low = await file(LOW)
    await makeRoom(1)
    const urgent = await fileNow(URGENT)
    expect([await assigneeOf(urgent ?? low), await assigneeOf(low)]).toEqual([worker.id, undefined])
  })

  test("is given to somebody although others wait that nobody can take", async () => {
    await db.update(staff).set({ categories: ["billing"] })
    const stuck = await file(URGENT)
    await makeRoom(5)
    const filed = await fileNow(LOW)
    expect([await assigneeOf(stuck), await assigneeOf(filed ?? stuck)]).toEqual([undefined, worker.id])
  })
})

test("room that is made again and again goes to what waits, however many file meanwhile", async () => {
  await makeRoom(5)
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

test("filing goes on when the clock of the database goes back", async () => {
  await makeRoom(5)
  await readCrew(db)
  const known = knownCrew()
  if (!known) throw new Error("Nobody is known.")
  remember({ ...known, learnedAt: known.learnedAt + 120_000 })
  expect(await assigneeOf(await file(LOW))).toBe(worker.id)
  expect(await statementsOf(() => file(LOW))).toBe(6)
})

test("an emergency is filed as ever, however many others wait", async () => {
  await file({ category: "gas_leak" })
  const alone = await statementsOf(() => file({ category: "gas_leak" }))
  for (let i = 0; i < 3; i++) await file(LOW)
  expect(await statementsOf(() => file({ category: "gas_leak" }))).toBe(alone)
})
