import { beforeEach, expect, test } from "vitest"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { fileEmergency, newPremises } from "@/lib/testing/emergencies"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { RequestFilter } from "./contract"
import { getRequest } from "./get-request"
import { listRequests } from "./list-requests"

beforeEach(emptyDatabase)

test("a customer reads on the request and in the list who has confirmed their emergency, and when", async () => {
  const customer = await makeActor("customer")
  const worker = await makeActor("staff", { name: "Tom Fletcher" })
  const { id, acknowledgement } = await fileEmergency(customer)
  expect(acknowledgement).toBeNull()
  await acknowledgeRequest(worker, { id })
  const confirmed = { at: expect.any(Date), by: { id: worker.id, name: "Tom Fletcher" } }
  expect((await getRequest(customer, { id })).acknowledgement).toEqual(confirmed)
  const { items } = await listRequests(customer, RequestFilter.parse({ status: "open", priority: "emergency" }))
  expect(items).toMatchObject([{ id, acknowledgement: confirmed }])
})

test("a report that joined another says who has confirmed that one", async () => {
  const [one, other] = [await makeActor("customer"), await makeActor("customer")]
  const worker = await makeActor("staff")
  const report = requestToFile({ category: "gas_leak", premises: newPremises() })
  const lead = await fileRequest(one, report)
  const joined = await fileRequest(other, report)
  expect(joined).toMatchObject({ joinedTo: lead.id, acknowledgement: null })
  await acknowledgeRequest(worker, { id: lead.id })
  expect((await getRequest(other, { id: joined.id })).acknowledgement?.by).toEqual({ id: worker.id, name: worker.name })
})
