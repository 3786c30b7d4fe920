import type { Emergency } from "@/lib/dispatch/escalation/contract"
import type { ServiceRequest } from "@/lib/requests/contract"
import { type Api, answer, expect, type PageOf, refusal, test } from "../api"
import { fileFor } from "../filing"
import { SUPERVISOR } from "../people"

const list = async (reader: Api) => (await answer<PageOf<Emergency>>(reader.get("/emergencies?limit=100"), 200)).items

test("an emergency is listed for whom it is offered to and for supervisors, until somebody acknowledges it", async ({
  as,
  newCustomer,
  newStaff,
}) => {
  const [person, colleague, somebody] = [await newStaff(), await newStaff(), await newCustomer()]
  const [customer, supervisor] = [await as(somebody), await as(SUPERVISOR)]
  const { id, reference } = await fileFor(customer, supervisor, person.id, { category: "gas_leak" })
  const [worker, other] = [await as(person), await as(colleague)]
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
  expect((await refusal(supervisor.put(path, {}), 409)).detail).toBe(`${person.name} has ${reference} now.`)
  expect(await list(worker)).toEqual([])
  expect((await list(supervisor)).map((it) => it.id)).not.toContain(id)
})

test("of two supervisors who take one emergency at once, one has it", async ({ as, newCustomer, newStaff }) => {
  const [person, one, other] = [await newStaff(), await newStaff("supervisor"), await newStaff("supervisor")]
  const { id } = await fileFor(await as(await newCustomer()), await as(SUPERVISOR), person.id, { category: "gas_leak" })
  const takers = [await as(one), await as(other)]
  const answers = await Promise.all(takers.map((it) => it.put(`/requests/${id}/acknowledgement`, {})))
  expect(answers.map((it) => it.status()).sort()).toEqual([200, 409])
  const winner = answers[0]?.status() === 200 ? one : other
  expect(await answer(takers[0]?.get(`/requests/${id}`) ?? Promise.reject(), 200)).toMatchObject({
    assignee: { id: winner.id },
  })
})
