import type { APIRequestContext } from "@playwright/test"
import type { RequestSummary, ServiceRequest, TimelineEntry } from "@/lib/requests/contract"
import { type Api, answer, apiOf, expect, type PageOf, refusal, test } from "../api"
import { requestToFile } from "../filing"
import { type MadeKey, makeKey } from "../keys"
import { ADMINISTRATOR, AMARA, PRIYA, SUPERVISOR } from "../people"

const holding = (request: APIRequestContext, { secret }: MadeKey): Api => apiOf(request, secret)
const open = async (api: Api) => (await answer<PageOf<RequestSummary>>(api.get("/requests"), 200)).items

test("a third party finds its customer, files for them, and follows the request", async ({
  as,
  newCustomer,
  request,
}) => {
  const person = await newCustomer()
  const key = await makeKey(await as(ADMINISTRATOR), { reach: "customers", customers: [person.email] })
  const party = holding(request, key)
  expect(await answer(party.get("/keys/current"), 200)).toMatchObject({
    name: key.name,
    customers: [{ id: person.id }],
  })

  const found = await answer<PageOf<{ id: string }>>(party.get(`/customers?email=${person.email}`), 200)
  expect(found.items).toMatchObject([{ id: person.id, email: person.email, phone: person.phone }])
  const customerId = found.items[0]?.id
  const { id } = await answer<ServiceRequest>(party.post("/requests", { ...requestToFile(), customerId }), 201)
  expect(await open(party)).toMatchObject([{ id, customer: { id: person.id } }])
  await answer(party.upload(`/requests/${id}/attachments`, new File(["a note"], "note.txt")), 201)

  const customer = await as(person)
  const { items } = await answer<{ items: TimelineEntry[] }>(customer.get(`/requests/${id}/timeline`), 200)
  expect(items[0]).toMatchObject({ kind: "filed", actor: { id: key.id, name: key.name, kind: "api_key" } })
  await answer(party.delete(`/requests/${id}`), 204)
  await refusal(customer.get(`/requests/${id}`), 404)
})

test("a key for named customers meets nobody else", async ({ as, newCustomer, request }) => {
  const [mine, other] = [await newCustomer(), await newCustomer()]
  const party = holding(
    request,
    await makeKey(await as(ADMINISTRATOR), { reach: "customers", customers: [mine.email] }),
  )
  const { id } = await answer<ServiceRequest>((await as(other)).post("/requests", requestToFile()), 201)
  for (const path of ["", "/timeline"]) await refusal(party.get(`/requests/${id}${path}`), 404)
  await refusal(party.delete(`/requests/${id}`), 404)
  expect(await open(party)).toEqual([])
  expect(await answer(party.get(`/customers?email=${other.email}`), 200)).toEqual({ items: [], next: null })
  const refused = await refusal(party.post("/requests", { ...requestToFile(), customerId: other.id }), 400)
  expect(refused.errors).toEqual([{ path: "customerId", message: expect.any(String) }])
})

test("a key does what its scopes say, and nothing that is for people", async ({ as, request }) => {
  const party = holding(request, await makeKey(await as(ADMINISTRATOR), { scopes: ["requests:read"] }))
  await answer(party.get("/requests?limit=1"), 200)
  await refusal(party.get("/customers"), 403)
  await refusal(party.post("/requests", requestToFile()), 403)
  for (const path of ["/profile", "/staff", "/invitations", "/keys"]) await refusal(party.get(path), 403)
  await refusal(party.delete("/tokens/current"), 403)
})

test("a rolled key works by both secrets for a time, and a revoked one by none at once", async ({ as, request }) => {
  const administrator = await as(ADMINISTRATOR)
  const key = await makeKey(administrator)
  const rolled = await answer<MadeKey>(administrator.post(`/keys/${key.id}/secrets`, { overlapHours: 1 }), 201)
  for (const either of [key, rolled]) await answer(holding(request, either).get("/keys/current"), 200)
  await refusal(administrator.post(`/keys/${key.id}/secrets`, {}), 409)
  const last = await answer<MadeKey>(administrator.post(`/keys/${key.id}/secrets`, { overlapHours: 0 }), 201)
  for (const gone of [key, rolled]) await refusal(holding(request, gone).get("/keys/current"), 401)
  expect(await answer(administrator.get(`/keys/${key.id}`), 200)).toMatchObject({ lastUsedAt: expect.any(String) })

  await answer(administrator.delete(`/keys/${key.id}`), 204)
  await refusal(holding(request, last).get("/requests"), 401)
  const told = await answer(administrator.get(`/keys/${key.id}`), 200)
  expect(told).toMatchObject({ state: "revoked" })
  expect(told).not.toHaveProperty("secret")
})

test("only administrators make, see and end keys", async ({ anybody, as }) => {
  const { id } = await makeKey(await as(ADMINISTRATOR))
  await refusal(anybody.get("/keys"), 401)
  for (const person of [AMARA, PRIYA, SUPERVISOR]) {
    const api = await as(person)
    await refusal(api.get("/keys"), 403)
    await refusal(api.post("/keys", { name: "Mine", scopes: ["requests:read"], reach: "utility" }), 403)
    await refusal(api.post(`/keys/${id}/secrets`, {}), 404)
    await refusal(api.delete(`/keys/${id}`), 404)
  }
})

test("what is wrong with a key is told field by field", async ({ as }) => {
  const administrator = await as(ADMINISTRATOR)
  const wrong = { name: "", scopes: ["everything"], reach: "world", expiresInDays: 0 }
  const { errors } = await refusal(administrator.post("/keys", wrong), 400)
  expect(errors?.map(({ path }) => path).sort()).toEqual(["expiresInDays", "name", "reach", "scopes.0"])
  const nobody = { name: "Firm", scopes: ["requests:read"], reach: "customers", customers: ["nobody@example.org"] }
  expect((await refusal(administrator.post("/keys", nobody), 400)).errors).toMatchObject([{ path: "customers" }])
})
