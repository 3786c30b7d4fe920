import type { RequestSummary, ServiceRequest, TimelineEntry } from "@/lib/requests/contract"
import { type Api, answer, expect, type PageOf, refusal, test } from "../api"
import { fileFor, fileRequest } from "../filing"
import { AMARA, DANIEL, SUPERVISOR } from "../people"

const list = (reader: Api, query = "") => answer<PageOf<RequestSummary>>(reader.get(`/requests${query}`), 200)

const timeline = async (reader: Api, id: string) =>
  (await answer<{ items: TimelineEntry[] }>(reader.get(`/requests/${id}/timeline`), 200)).items

test("customers list their own requests, newest first, page by page", async ({ as, newCustomer }) => {
  const customer = await as(await newCustomer())
  const filed: string[] = []
  for (let i = 0; i < 5; i++) filed.unshift((await fileRequest(customer)).id)

  const seen: string[] = []
  let after = ""
  do {
    const page = await list(customer, `?limit=2&after=${after}`)
    expect(page.items.length).toBeLessThanOrEqual(2)
    seen.push(...page.items.map(({ id }) => id))
    after = page.next ?? ""
  } while (after)
  expect(seen).toEqual(filed)
})

test("customers filter their requests", async ({ as, newCustomer }) => {
  const customer = await as(await newCustomer())
  const leak = await fileRequest(customer, { category: "gas_leak", title: "Smell by the door" })
  const bill = await fileRequest(customer, { category: "billing", title: "Bill twice as high" })
  const idsOf = async (query: string) => (await list(customer, query)).items.map(({ id }) => id)
  expect(await idsOf("?category=billing")).toEqual([bill.id])
  expect(await idsOf("?priority=emergency")).toEqual([leak.id])
  expect(await idsOf("?status=open")).toEqual([leak.id, bill.id])
  expect(await idsOf("?status=closed")).toEqual([])
  expect(await idsOf("?q=twice")).toEqual([bill.id])
  expect(await idsOf(`?q=${leak.reference.toLowerCase()}`)).toEqual([leak.id])
  for (const query of ["?status=lost", "?limit=101", "?limit=0", "?after=1", "?assignee=me"])
    await refusal(customer.get(`/requests${query}`), 400)
})

test("a customer reads a request with its timeline, and not what is for staff only", async ({ as, newStaff }) => {
  const [amara, supervisor, person] = [await as(AMARA), await as(SUPERVISOR), await newStaff()]
  const { id, version } = await fileRequest(amara)
  const give = { assigneeId: person.id, note: "Ask before you call.", version }
  const given = await answer<ServiceRequest>(supervisor.put(`/requests/${id}/assignee`, give), 200)
  const start = { to: "in_progress", note: "We come on Monday.", version: given.version }
  await answer((await as(person)).put(`/requests/${id}/status`, start), 200)

  const whole = await timeline(supervisor, id)
  expect(whole.map(({ kind }) => kind)).toEqual(["filed", "assigned", "reassigned", "noted_internally", "moved"])
  const shown = await timeline(amara, id)
  expect(shown).toEqual(whole.filter(({ visibleToCustomer }) => visibleToCustomer))
  expect(shown.at(-1)).toMatchObject({
    actor: { name: person.name },
    data: { from: "pending", to: "in_progress", note: "We come on Monday." },
  })
  expect(JSON.stringify(shown)).not.toContain("Ask before you call.")
})

test("somebody else's request is not there", async ({ anybody, as }) => {
  const { id } = await fileRequest(await as(AMARA))
  const daniel = await as(DANIEL)
  for (const path of [`/requests/${id}`, `/requests/${id}/timeline`]) {
    await refusal(daniel.get(path), 404)
    await refusal(anybody.get(path), 401)
  }
  await refusal(daniel.delete(`/requests/${id}`), 404)
  expect((await list(daniel, "?limit=100")).items.map((it) => it.id)).not.toContain(id)
})

test("a request can be deleted while it is pending, and its attachments go too", async ({ as }) => {
  const [amara, supervisor] = [await as(AMARA), await as(SUPERVISOR)]
  const { id } = await fileRequest(amara)
  const upload = amara.upload(`/requests/${id}/attachments`, new File(["Hello"], "note.txt"))
  const { items } = await answer<PageOf<{ id: string }>>(upload, 201)
  await answer(amara.get(`/requests/${id}`), 200)
  await refusal(supervisor.delete(`/requests/${id}`), 403)

  await answer(amara.delete(`/requests/${id}`), 204)
  for (const path of [`/requests/${id}`, `/attachments/${items[0]?.id}`]) {
    await refusal(amara.get(path), 404)
    await refusal(supervisor.get(path), 404)
  }
  await refusal(amara.delete(`/requests/${id}`), 404)
})

test("a request cannot be deleted once work has begun", async ({ as, newStaff }) => {
  const [amara, person] = [await as(AMARA), await newStaff()]
  const { id, version } = await fileFor(amara, await as(SUPERVISOR), person.id)
  await answer((await as(person)).put(`/requests/${id}/status`, { to: "in_progress", version }), 200)
  await refusal(amara.delete(`/requests/${id}`), 409)
  await answer(amara.get(`/requests/${id}`), 200)
})

test("who leaves a stream before it has begun takes no place among the ten that one may have open", async ({
  as,
  baseURL,
  newCustomer,
}) => {
  const person = await newCustomer()
  const { accessToken } = await answer<{ accessToken: string }>(
    (await as(person)).post("/tokens", { email: person.email, password: person.password }),
    201,
  )
  const open = (signal: AbortSignal) =>
    fetch(`${baseURL}/api/v1/events`, { headers: { authorization: `Bearer ${accessToken}` }, signal })
  for (let i = 0; i < 40; i++) await open(AbortSignal.timeout(1 + (i % 20))).catch(() => undefined)
  await expect(async () => {
    const ending = new AbortController()
    const answers = await Promise.all(Array.from({ length: 10 }, () => open(ending.signal)))
    ending.abort()
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
  }).toPass()
})
