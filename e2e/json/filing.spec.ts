import type { ServiceRequest } from "@/lib/requests/contract"
import { type Api, answer, expect, type PageOf, refusal, test } from "../api"
import { fileRequest, requestToFile } from "../filing"
import { ADMINISTRATOR, AMARA, DANIEL, PRIYA, SUPERVISOR } from "../people"

interface Categories {
  emergencyPhone: string
  items: { id: ServiceRequest["category"]; name: string; priority: string; hazard: string | null }[]
}

const readRequest = (reader: Api, id: string) => answer<ServiceRequest>(reader.get(`/requests/${id}`), 200)

test("sixteen categories, two of them hazards that need a call first", async ({ anybody }) => {
  const { emergencyPhone, items } = await answer<Categories>(anybody.get("/categories"), 200)
  expect(emergencyPhone).toBe("0800 111 999")
  expect(items).toHaveLength(16)
  expect(items.filter(({ hazard }) => hazard).map(({ id, priority }) => [id, priority])).toEqual([
    ["gas_leak", "emergency"],
    ["carbon_monoxide_alarm", "emergency"],
  ])
})

test("a request takes the priority of its category, and nobody files a higher one", async ({ anybody, as }) => {
  const amara = await as(AMARA)
  const { items } = await answer<Categories>(anybody.get("/categories"), 200)
  for (const { id, priority } of items) {
    const asked = requestToFile({ category: id })
    await refusal(amara.post("/requests", { ...asked, priority: "emergency", status: "closed" }), 400)
    const filed = await answer<ServiceRequest>(amara.post("/requests", asked), 201)
    expect(filed).toMatchObject({ category: id, priority, status: "pending", premises: asked.premises })
  }
})

test("words of danger make an emergency of any category, unless it is not happening now", async ({ as }) => {
  const amara = await as(AMARA)
  const words = { category: "billing", description: "The bill is wrong. Also, huele a gas en la escalera." } as const
  const raised = await fileRequest(amara, words)
  expect(raised).toMatchObject({
    priority: "emergency",
    danger: { hazard: "gas", words: "huele a gas", happeningNow: null },
  })
  const denied = await fileRequest(amara, { ...words, happeningNow: false })
  expect(denied).toMatchObject({ priority: "low", danger: { happeningNow: false } })
  const { items } = await answer<PageOf<{ kind: string; data: object }>>(
    amara.get(`/requests/${denied.id}/timeline`),
    200,
  )
  expect(items[0]).toMatchObject({ kind: "filed", data: { hazard: "gas", words: "huele a gas", happeningNow: false } })
  const mended = await fileRequest(amara, {
    category: "billing",
    description: "The gas leak was repaired, I only ask for the bill.",
  })
  expect(mended).toMatchObject({ priority: "low", danger: null })
  const { errors } = await refusal(amara.post("/requests", { ...requestToFile(words), happeningNow: "maybe" }), 400)
  expect(errors?.map(({ path }) => path)).toEqual(["happeningNow"])
})

test("a title has 5 to 200 characters and a description 10 to 5,000", async ({ as }) => {
  const amara = await as(AMARA)
  const file = (title: number, description: number) =>
    amara.post("/requests", requestToFile({ title: "t".repeat(title), description: "d".repeat(description) }))
  await answer(file(5, 10), 201)
  await answer(file(200, 5000), 201)
  for (const [title, description, path] of [
    [4, 10, "title"],
    [201, 10, "title"],
    [5, 9, "description"],
    [5, 5001, "description"],
  ] as const)
    expect((await refusal(file(title, description), 400)).errors).toEqual([{ path, message: expect.any(String) }])
})

test("customers file for themselves, staff for a customer they name, and only what the form asks for", async ({
  anybody,
  as,
}) => {
  await refusal(anybody.post("/requests", requestToFile()), 401)
  for (const person of [PRIYA, SUPERVISOR, ADMINISTRATOR])
    expect((await refusal((await as(person)).post("/requests", requestToFile()), 400)).errors).toMatchObject([
      { path: "customerId" },
    ])
  const { errors } = await refusal((await as(AMARA)).post("/requests", { category: "pizza" }), 400)
  const paths = ["category", "contactPreference", "description", "premises", "title"]
  expect(errors?.map(({ path }) => path).sort()).toEqual(paths)
})

test("a request has a reference people can quote and somebody who looks after it at once", async ({ as }) => {
  const filed = await fileRequest(await as(DANIEL))
  expect(filed.reference).toMatch(/^GR-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/)
  expect(filed.assignee).toEqual({ id: expect.any(String), name: expect.any(String) })
})

test("twenty filed at the same moment spread over those who can take them", async ({ as, newStaff }) => {
  const daniel = await as(DANIEL)
  const administrator = await as(ADMINISTRATOR)
  const staff = await Promise.all([newStaff(), newStaff()])
  // They start with nothing, so the least loaded are these two until they have caught up.
  for (const person of staff) {
    await answer(administrator.patch(`/staff/${person.id}`, { categories: ["installation"], capacity: 1000 }), 200)
    await answer((await as(person)).put("/profile/availability", { available: true }), 200)
  }
  await Promise.all(Array.from({ length: 20 }, () => fileRequest(daniel, { category: "installation" })))
  const loadOf = async (person: (typeof staff)[number]) =>
    (await answer<{ openRequests: number }>((await as(person)).get("/profile/availability"), 200)).openRequests
  const loads = await Promise.all(staff.map(loadOf))
  // What they have not begun goes to others.
  for (const person of staff) await answer((await as(person)).put("/profile/availability", { available: false }), 200)
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
  expect(Math.min(...loads)).toBeGreaterThan(0)
})

test("what nobody can take is seen to wait, and goes to the first who becomes available", async ({ as, newStaff }) => {
  const daniel = await as(DANIEL)
  const supervisor = await as(SUPERVISOR)
  const person = await newStaff()
  const change = { categories: ["complaint"], capacity: 1000 }
  await answer((await as(ADMINISTRATOR)).patch(`/staff/${person.id}`, change), 200)

  const { id, assignee } = await fileRequest(daniel, { category: "complaint" })
  expect(assignee).toBeNull()
  const queue = await answer<PageOf<ServiceRequest>>(
    supervisor.get("/requests?status=open&assignee=nobody&category=complaint&limit=100"),
    200,
  )
  expect(queue.items.map((request) => request.id)).toContain(id)

  const member = await as(person)
  await answer(member.put("/profile/availability", { available: true }), 200)
  expect((await readRequest(daniel, id)).assignee).toEqual({ id: person.id, name: person.name })
  await answer(member.put("/profile/availability", { available: false }), 200)
})
