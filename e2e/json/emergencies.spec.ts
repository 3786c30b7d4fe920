import type { Emergency } from "@/lib/dispatch/escalation/contract"
import type { ServiceRequest } from "@/lib/requests/contract"
import { type Api, answer, expect, type PageOf, refusal } from "../api"
import { test } from "../assigned-request"
import { SUPERVISOR } from "../people"

const list = async (reader: Api) => (await answer<PageOf<Emergency>>(reader.get("/emergencies?limit=100"), 200)).items

test("an emergency is listed for whom it is offered to and for supervisors, until somebody acknowledges it", async ({
  as,
  assignedRequest,
  newStaff,
}) => {
  const { person: somebody, worker: person, request } = await assignedRequest({ category: "gas_leak" })
  const { id, reference } = request
  const [customer, supervisor] = [await as(somebody), await as(SUPERVISOR)]
  const [worker, other] = [await as(person), await as(await newStaff())]
  expect(await list(worker)).toMatchObject([
    { id, reference, offeredTo: { id: person.id }, rung: "qualified", customer: { phone: somebody.phone } },
  ])
  expect(await list(other)).toEqual([])
  await refusal(customer.get("/emergencies"), 403)
  expect((await list(supervisor)).map((it) => it.id)).toContain(id)

  const path = `/requests/${id}/acknowledgement`
  await refusal(other.put(path, {}), 404)
  await refusal(customer.put(path, {}), 403)
  expect(await answer<ServiceRequest>(worker.put(path, {}), 200)).toMatchObject({ assignee: { id: person.id } })
  expect(await answer<ServiceRequest>(worker.put(path, {}), 200)).toMatchObject({ id, status: "pending" })
  expect((await refusal(supervisor.put(path, {}), 409)).detail).toBe(`${reference} is now assigned to ${person.name}.`)
  expect(await list(worker)).toEqual([])
  expect((await list(supervisor)).map((it) => it.id)).not.toContain(id)
})

test("of two supervisors who take one emergency at once, one has it", async ({ as, assignedRequest, newStaff }) => {
  const { id } = (await assignedRequest({ category: "gas_leak" })).request
  const [one, other] = [await newStaff("supervisor"), await newStaff("supervisor")]
  const takers = [await as(one), await as(other)]
  const answers = await Promise.all(takers.map((it) => it.put(`/requests/${id}/acknowledgement`, {})))
  expect(answers.map((it) => it.status()).sort()).toEqual([200, 409])
  const winner = answers[0]?.status() === 200 ? one : other
  expect(await answer(takers[0]?.get(`/requests/${id}`) ?? Promise.reject(), 200)).toMatchObject({
    assignee: { id: winner.id },
  })
})
