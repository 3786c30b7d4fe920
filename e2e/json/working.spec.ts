import type { Status } from "@/lib/model/status"
import type { RequestSummary, ServiceRequest } from "@/lib/requests/contract"
import { type Api, answer, expect, memberOf, type PageOf, refusal, test } from "../api"
import { fileFor, fileRequest } from "../filing"
import { ADMINISTRATOR, AMARA, DANIEL, MARCUS, SUPERVISOR } from "../people"

const list = async (reader: Api, query: string) =>
  (await answer<PageOf<RequestSummary>>(reader.get(`/requests${query}`), 200)).items

const move = (worker: Api, { id, version }: ServiceRequest, to: Status, note?: string) =>
  worker.put(`/requests/${id}/status`, { to, version, note })

test("staff list what is assigned to them, most urgent first, and find it again", async ({
  as,
  newCustomer,
  newStaff,
}) => {
  const [customer, person] = [await newCustomer(), await newStaff()]
  const [filer, supervisor, worker] = [await as(customer), await as(SUPERVISOR), await as(person)]
  const bill = await fileFor(filer, supervisor, person.id, { category: "billing", title: "Bill for the summerhouse" })
  const leak = await fileFor(filer, supervisor, person.id, { category: "gas_leak" })
  const idsOf = async (query: string) => (await list(worker, query)).map(({ id }) => id)

  expect(await idsOf("")).toEqual([leak.id, bill.id])
  expect(await idsOf("?status=open")).toEqual([leak.id, bill.id])
  expect(await idsOf("?status=in_progress")).toEqual([])
  expect(await idsOf("?category=billing")).toEqual([bill.id])
  expect(await idsOf("?priority=emergency")).toEqual([leak.id])
  expect(await idsOf("?q=summerh")).toEqual([bill.id])
  expect(await idsOf(`?q=${encodeURIComponent(customer.name)}`)).toEqual([leak.id, bill.id])
  expect(await idsOf(`?q=${leak.reference.replaceAll("-", "")}`)).toEqual([leak.id])

  const first = await answer<PageOf<RequestSummary>>(worker.get("/requests?status=open&limit=1"), 200)
  expect(first.items[0]?.id).toBe(leak.id)
  expect(await idsOf(`?status=open&after=${first.next}`)).toEqual([bill.id])
})

test("what is with a colleague is not there; supervisors and administrators see all", async ({ as, newStaff }) => {
  const [person, colleague] = [await newStaff(), await newStaff()]
  const request = await fileFor(await as(AMARA), await as(SUPERVISOR), person.id)
  const other = await as(colleague)
  await refusal(other.get(`/requests/${request.id}`), 404)
  await refusal(move(other, request, "in_progress"), 404)
  expect(await list(other, "")).toEqual([])
  for (const manager of [SUPERVISOR, ADMINISTRATOR]) {
    const found = await list(await as(manager), `?assignee=${person.id}`)
    expect(found.map(({ id }) => id)).toEqual([request.id])
  }
})

test("a request goes along the state machine to its end, and is reopened with a reason", async ({ as, newStaff }) => {
  const person = await newStaff()
  let request = await fileFor(await as(AMARA), await as(SUPERVISOR), person.id)
  const worker = await as(person)
  const go = async (to: Status, note?: string) => {
    request = await answer<ServiceRequest>(move(worker, request, to, note), 200)
    expect(request.status).toBe(to)
  }
  await refusal(move(worker, request, "resolved"), 409)
  await go("in_progress")
  await go("on_hold", "Waiting for a part.")
  await refusal(move(worker, request, "closed"), 409)
  await go("in_progress")
  await go("resolved")
  const { errors } = await refusal(move(worker, request, "in_progress"), 400)
  expect(errors).toEqual([{ path: "note", message: expect.any(String) }])
  await go("in_progress", "It came back.")
  await go("resolved")
  await go("closed")
  await refusal(move(worker, request, "in_progress", "Once more."), 409)
})

test("staff cancel what is pending with a reason; customers change no status", async ({ as, newStaff }) => {
  const [amara, person] = [await as(AMARA), await newStaff()]
  const request = await fileFor(amara, await as(SUPERVISOR), person.id)
  const worker = await as(person)
  await refusal(move(amara, request, "cancelled", "I changed my mind."), 403)
  await refusal(move(worker, request, "cancelled"), 400)
  expect(await answer(move(worker, request, "cancelled", "Filed twice."), 200)).toMatchObject({ status: "cancelled" })
})

test("a change that has not seen the last one conflicts; the same one sent twice is made once and answered twice", async ({
  as,
  newStaff,
}) => {
  const person = await newStaff()
  const request = await fileFor(await as(AMARA), await as(SUPERVISOR), person.id)
  const worker = await as(person)
  const both = await Promise.all([move(worker, request, "in_progress"), move(worker, request, "in_progress")])
  expect(both.map((response) => response.status())).toEqual([200, 200])
  const versions = await Promise.all(both.map(async (response) => ((await response.json()) as ServiceRequest).version))
  expect(new Set(versions)).toEqual(new Set([request.version + 1]))
  expect((await refusal(move(worker, request, "on_hold"), 409)).detail).toContain("has changed since you opened it")
  await refusal(worker.put(`/requests/${request.id}/status`, { to: "on_hold" }), 400)
})

test("a body that says another id than the path is refused", async ({ as, newStaff }) => {
  const [person, supervisor] = [await newStaff(), await as(SUPERVISOR)]
  const [here, elsewhere] = [await fileFor(await as(AMARA), supervisor, person.id), await fileRequest(await as(DANIEL))]
  const body = { id: elsewhere.id, to: "in_progress", version: here.version }
  const worker = await as(person)
  expect((await refusal(worker.put(`/requests/${here.id}/status`, body), 400)).errors?.[0]?.path).toBe("id")
  const same = { ...body, id: here.id }
  expect(await answer(worker.put(`/requests/${here.id}/status`, same), 200)).toMatchObject({ id: here.id })
})

test("supervisors give a request to somebody else, who may be away; staff do not", async ({ as, newStaff }) => {
  const person = await newStaff()
  const supervisor = await as(SUPERVISOR)
  const request = await fileFor(await as(AMARA), supervisor, person.id)
  const marcus = await memberOf(as, MARCUS)
  const give = { assigneeId: marcus.id, version: request.version }
  const path = `/requests/${request.id}/assignee`
  await refusal((await as(person)).put(path, give), 403)
  await refusal((await as(AMARA)).put(path, give), 403)
  await refusal(supervisor.put(path, { ...give, version: request.version - 1 }), 409)
  await refusal(supervisor.put(path, { ...give, assigneeId: request.customer.id }), 400)

  const given = await answer<ServiceRequest>(supervisor.put(path, give), 200)
  expect(given.assignee).toEqual({ id: marcus.id, name: marcus.name })
  await refusal((await as(person)).get(`/requests/${request.id}`), 404)
  await answer((await as(MARCUS)).get(`/requests/${request.id}`), 200)
})
