import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { customerCare } from "@/db/schema/premises"
import type { Actor } from "@/lib/model/actor"
import { getRequest } from "@/lib/requests/get-request"
import { fileEmergency } from "@/lib/testing/emergencies"
import { makeWorker } from "@/lib/testing/ladder"
import { emptyDatabase, makeActor } from "@/lib/testing/people"
import { listEmergencies } from "./list-emergencies"
import { emergencyOperations } from "./operations"

let supervisor: Actor

beforeEach(async () => {
  await emptyDatabase()
  await makeActor("customer")
  await makeWorker(3)
  supervisor = await makeActor("supervisor")
})

const told = async () =>
  emergencyOperations.listEmergencies.output.parse(await listEmergencies(supervisor, { limit: 20 }))

test("an emergency tells of the needs of people at home, if there are any", async () => {
  const { id } = await fileEmergency()
  expect((await told()).items).toMatchObject([{ id, needs: [] }])
  const { customer } = await getRequest(supervisor, { id })
  await db.insert(customerCare).values({ customerId: customer.id, needs: ["baby"] })
  expect((await told()).items).toMatchObject([{ id, needs: ["baby"] }])
})
