import type { Account } from "@/lib/identity/accounts/contract"
import { answer, apiOf, expect, memberOf, refusal, type Tokens, test } from "../api"
import { ADMINISTRATOR, MARCUS, PREMISES, PRIYA, SUPERVISOR } from "../people"

test("customers change their name, phone and premises, and a stale change conflicts", async ({ as, newCustomer }) => {
  const customer = await as(await newCustomer())
  const before = await answer<Account>(customer.get("/profile"), 200)
  const change = {
    name: "Ada Lovelace",
    phone: "+44 20 7946 0958",
    premises: { ...PREMISES, line2: "Flat 2", postcode: "ls1  4ab" },
    version: before.version,
  }
  const after = await answer<Account>(customer.put("/profile", change), 200)
  expect(after).toMatchObject({ ...change, premises: { ...change.premises, postcode: "LS1 4AB" }, version: 2 })
  expect(after.email).toBe(before.email)
  await refusal(customer.put("/profile", change), 409)
  const { errors } = await refusal(customer.put("/profile", { ...change, phone: "call me" }), 400)
  expect(errors).toEqual([{ path: "phone", message: expect.any(String) }])
})

test("staff change their name and phone, and have no premises", async ({ as, newStaff }) => {
  const person = await as(await newStaff())
  const change = { name: "Joan Clarke", phone: "0151 496 0001", version: 1 }
  expect(await answer(person.put("/profile", change), 200)).toMatchObject({ ...change, version: 2, premises: null })
  await refusal(person.put("/profile", { ...change, premises: PREMISES, version: 2 }), 400)
})

test("a new password signs out everywhere else, and needs the old one", async ({
  anybody,
  as,
  newCustomer,
  request,
}) => {
  const person = await newCustomer()
  const elsewhere = await as(person)
  const { accessToken, refreshToken } = await answer<Tokens>(
    anybody.post("/tokens", { email: person.email, password: person.password }),
    201,
  )
  const here = apiOf(request, accessToken)
  const change = { currentPassword: "not this one", newPassword: "a better battery" }
  expect((await refusal(here.put("/profile/password", change), 400)).errors).toEqual([
    { path: "currentPassword", message: expect.any(String) },
  ])
  await answer(here.put("/profile/password", { ...change, currentPassword: person.password }), 204)

  await answer(here.get("/profile"), 200)
  await answer(anybody.post("/tokens/refresh", { refreshToken }), 201)
  await refusal(elsewhere.get("/profile"), 401)
  await refusal(anybody.post("/tokens", { email: person.email, password: person.password }), 401)
  await as({ ...person, password: change.newPassword })
})

test("staff say whether they are available; capacity and categories are the administrator's", async ({
  as,
  newStaff,
}) => {
  const person = await newStaff()
  const member = await as(person)
  const grasping = { available: true, capacity: 9999, categories: [] }
  await answer((await as(ADMINISTRATOR)).patch(`/staff/${person.id}`, { categories: ["other"], capacity: 0 }), 200)
  await refusal(member.put("/profile/availability", grasping), 400)
  expect(await answer(member.put("/profile/availability", { available: true }), 200)).toEqual({
    available: true,
    capacity: 0,
    categories: ["other"],
    openRequests: 0,
    duty: { state: "on_shift", from: null, until: null },
  })
  await refusal(member.patch(`/staff/${person.id}`, { capacity: 50 }), 404)
  await refusal((await as(SUPERVISOR)).patch(`/staff/${person.id}`, { capacity: 50 }), 403)
  await answer(member.put("/profile/availability", { available: false }), 200)
})

test("administrators set capacity and categories, and supervisors see them with the load", async ({ as, newStaff }) => {
  const person = await newStaff()
  const administrator = await as(ADMINISTRATOR)
  const change = { capacity: 7, categories: ["billing", "move"] }
  await answer(administrator.patch(`/staff/${person.id}`, change), 200)
  expect(await memberOf(as, person)).toMatchObject({ ...change, openRequests: 0, available: false, state: "active" })
  await refusal(administrator.patch(`/staff/${person.id}`, { categories: ["pizza"] }), 400)
  await refusal(administrator.patch(`/staff/${person.id}`, { capacity: -1 }), 400)
  await refusal((await as(PRIYA)).get("/staff"), 403)
  await refusal(administrator.get("/profile/availability"), 404)
  expect((await memberOf(as, MARCUS)).available).toBe(false)
})
