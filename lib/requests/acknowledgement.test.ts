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

test("that the on-call team is alerted is said only when somebody on duty has been offered it", async () => {
  const customer = await makeActor("customer")
  const alone = await fileEmergency(customer)
  expect(alone).toMatchObject({ alerted: false, acknowledgement: null })
  await makeActor("staff")
  expect(await fileEmergency(customer)).toMatchObject({ alerted: true })
  const supervisor = await makeActor("supervisor")
  expect(await acknowledgeRequest(supervisor, { id: alone.id })).toMatchObject({ alerted: true })
  expect(await fileRequest(customer, requestToFile())).toMatchObject({ alerted: null })
})

test("who takes an emergency that is offered to another has confirmed it", async () => {
  const customer = await makeActor("customer")
  await makeActor("staff")
  const { id, assignee } = await fileEmergency(customer)
  expect(assignee).not.toBeNull()
  const supervisor = await makeActor("supervisor")
  const taken = await acknowledgeRequest(supervisor, { id })
  expect(taken.acknowledgement?.by).toEqual({ id: supervisor.id, name: supervisor.name })
  expect((await getRequest(customer, { id })).acknowledgement?.by).toEqual({ id: supervisor.id, name: supervisor.name })
})

test("whoever confirms a report that joined another has confirmed it, on its own", async () => {
  const [one, other] = [await makeActor("customer"), await makeActor("customer")]
  await makeActor("staff")
  const supervisor = await makeActor("supervisor")
  const report = requestToFile({ category: "gas_leak", premises: newPremises() })
  await fileRequest(one, report)
  const { id } = await fileRequest(other, report)
  await acknowledgeRequest(supervisor, { id })
  expect(await getRequest(other, { id })).toMatchObject({
    joinedTo: null,
    acknowledgement: { by: { id: supervisor.id } },
  })
})
