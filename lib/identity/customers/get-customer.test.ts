import { beforeEach, expect, test } from "vitest"
import type { Actor } from "@/lib/model/actor"
import { makeKey } from "@/lib/testing/keys"
import { emailOf, emptyDatabase, makeActor, premises } from "@/lib/testing/people"
import { getCustomer } from "./get-customer"

let customer: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer", { name: "Amara Okafor" })
})

const noSuch = { code: "not_found" }

test("staff and keys that act for a customer see how to reach them", async () => {
  const known = {
    ...{ id: customer.id, name: "Amara Okafor", email: emailOf(customer), premises },
    ...{ phone: "0113 496 0000", phoneE164: "+441134960000", emailVerifiedAt: expect.any(Date) },
  }
  for (const actor of [
    await makeActor("staff"),
    await makeActor("supervisor"),
    await makeKey(),
    await makeKey({ customerIds: [customer.id] }),
  ])
    expect(await getCustomer(actor, customer)).toMatchObject(known)
})

test("for everyone else there is no such customer", async () => {
  const other = await makeActor("customer")
  for (const actor of [customer, other, await makeKey({ customerIds: [other.id] })])
    await expect(getCustomer(actor, customer)).rejects.toMatchObject(noSuch)
})

test("staff, and customers who are disabled or deleted, are no customers", async () => {
  const supervisor = await makeActor("supervisor")
  const gone = [await makeActor("customer", { state: "disabled" }), await makeActor("customer", { state: "deleted" })]
  for (const { id } of [...gone, supervisor])
    await expect(getCustomer(supervisor, { id })).rejects.toMatchObject(noSuch)
})
