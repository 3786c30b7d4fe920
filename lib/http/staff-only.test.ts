import { afterAll, beforeAll, expect, test } from "vitest"
import { db } from "@/db/client"
import { customerCare, premisesRecords } from "@/db/schema/premises"
import { callOperation, isRead, isWrite, OPERATIONS, sampleCall } from "@/lib/testing/call-operation"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase } from "@/lib/testing/people"
import { knownTo, makeScene, type Scene } from "@/lib/testing/scene"

const CANARY = "Canary-of-the-desk"
let scene: Scene

beforeAll(async () => {
  await emptyDatabase()
  scene = await makeScene()
  await db.insert(customerCare).values({ customerId: scene.people.customer.id, notes: CANARY, needs: ["baby"] })
  await db.update(premisesRecords).set({ notes: CANARY })
})
afterAll(emptyDatabase)

/** What the customer deletes would be gone for those that follow. */
const LAST = /^(delete|end|leave)/
const IN_ORDER = [...OPERATIONS.filter(([, op]) => isRead(op)), ...OPERATIONS.filter(([, op]) => isWrite(op))].toSorted(
  ([one], [other]) => Number(LAST.test(one)) - Number(LAST.test(other)),
)

test("staff read the notes, so that the canary is known to sing", async () => {
  const { ids, people } = scene
  for (const [name, id] of [
    ["getCustomerNotes", ids.customers],
    ["getPremises", ids.premises],
  ] as const) {
    const [, op] = OPERATIONS.find(([it]) => it === name) ?? []
    if (!op || !id) throw new Error(`There is no ${name}.`)
    expect(await (await callOperation(op, people.supervisor, { params: { id } })).text()).toContain(CANARY)
  }
})

/** All that is answered; of a stream, which has no end, what it begins with. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) return response.text()
  const reader = response.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(first?.value)
}

test.each(IN_ORDER)("%s tells a customer, and a key that acts for them, nothing of what staff note", async (_, op) => {
  const { customer } = scene.people
  const key = await makeKey({ customerIds: [customer.id] })
  for (const actor of [customer, key]) {
    const response = await callOperation(op, actor, sampleCall(op, await knownTo(op, actor, scene)))
    // An export is compressed: what is in it stands in its own test.
    expect(await textOf(response)).not.toContain(CANARY)
  }
})
