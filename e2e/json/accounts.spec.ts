import type { StaffMember } from "@/lib/dispatch/staff/contract"
import type { Account } from "@/lib/identity/accounts/contract"
import { answer, expect, idOf, type PageOf, refusal, type Tokens, test } from "../api"
import { ADMINISTRATOR, AMARA, newPerson, type Person, PREMISES, PRIYA, SUPERVISOR } from "../people"

test("a customer registers with premises, signs in, and finds them in the profile", async ({
  anybody,
  as,
  confirm,
}) => {
  const person = newPerson()
  await answer(anybody.post("/accounts", { ...person, premises: PREMISES }), 202)
  await confirm(person)
  const profile = await answer<Account>((await as(person)).get("/profile"), 200)
  const { password: _, ...told } = person
  expect(profile).toMatchObject({
    ...told,
    role: "customer",
    state: "active",
    premises: PREMISES,
    emailVerifiedAt: expect.any(String),
  })
  expect(JSON.stringify(profile)).not.toMatch(/password|argon2/i)
})

test("nobody gets a role by asking for it", async ({ anybody, as, confirm }) => {
  const grasping = { role: "administrator", state: "active", emailVerifiedAt: new Date() }
  const [customer, staff] = [newPerson(), newPerson()]
  for (const [path, person] of [
    ["/accounts", { ...customer, premises: PREMISES }],
    ["/staff", staff],
  ] as const) {
    const { errors } = await refusal(anybody.post(path, { ...person, ...grasping }), 400)
    expect(errors?.map((it) => it.path)).toEqual(["role", "state", "emailVerifiedAt"])
    await answer(anybody.post(path, person), 202)
    await refusal(anybody.post("/tokens", { email: person.email, password: person.password }), 401)
  }
  for (const person of [customer, staff]) await confirm(person)
  const profileOf = async (person: Person) => answer<Account>((await as(person)).get("/profile"), 200)
  expect(await profileOf(customer)).toMatchObject({ role: "customer" })
  expect(await profileOf(staff)).toMatchObject({ role: "staff", state: "waiting" })
})

test("what is wrong with a registration is told field by field", async ({ anybody }) => {
  const wrong = {
    ...newPerson({ email: "nobody", password: "short" }),
    premises: { ...PREMISES, postcode: "", mprn: "12345", meterSerial: "a_b" },
  }
  const { errors } = await refusal(anybody.post("/accounts", wrong), 400)
  const paths = ["email", "password", "premises.meterSerial", "premises.mprn", "premises.postcode"]
  expect(errors?.map(({ path }) => path).sort()).toEqual(paths)
})

test("staff without an invitation see nothing until an administrator approves them", async ({
  anybody,
  as,
  confirm,
}) => {
  const person = newPerson()
  await answer(anybody.post("/staff", person), 202)
  await confirm(person)
  const [waiting, id] = [await as(person), await idOf(as, person)]
  for (const path of ["/requests", "/staff", "/invitations"]) await refusal(waiting.get(path), 403)
  await refusal(waiting.patch(`/staff/${id}`, { state: "active" }), 404)
  await refusal((await as(SUPERVISOR)).patch(`/staff/${id}`, { state: "active" }), 403)

  const administrator = await as(ADMINISTRATOR)
  await answer(administrator.patch(`/staff/${id}`, { state: "active" }), 200)
  expect(await answer(waiting.get("/requests"), 200)).toEqual({ items: [], next: null, previous: null })
})

test("an invitation makes staff at once: one time, for one e-mail address", async ({ anybody, as }) => {
  const [invited, other] = [newPerson(), newPerson()]
  const administrator = await as(ADMINISTRATOR)
  const invitation = { email: invited.email, role: "supervisor" }
  const { code, expiresAt } = await answer<{ code: string; expiresAt: string }>(
    administrator.post("/invitations", invitation),
    201,
  )
  expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now())
  const register = (person: object) => anybody.post("/staff", { ...person, invitationCode: code })

  expect((await refusal(register(other), 400)).errors).toEqual([
    { path: "invitationCode", message: expect.any(String) },
  ])
  await answer(register(invited), 202)
  const profile = await answer<Account>((await as(invited)).get("/profile"), 200)
  expect(profile).toMatchObject({ role: "supervisor", state: "active", emailVerifiedAt: expect.any(String) })
  await refusal(register({ ...other, email: invited.email }), 400)
  const listed = await answer<PageOf<object>>(administrator.get("/invitations?limit=100"), 200)
  expect(listed.items).toContainEqual(expect.objectContaining({ email: invited.email, usedAt: expect.any(String) }))
  expect(JSON.stringify(listed)).not.toContain(code)
})

test("only administrators invite and see invitations", async ({ anybody, as }) => {
  const invitation = { email: newPerson().email }
  await refusal(anybody.post("/invitations", invitation), 401)
  for (const person of [AMARA, PRIYA, SUPERVISOR]) {
    await refusal((await as(person)).post("/invitations", invitation), 403)
    await refusal((await as(person)).get("/invitations"), 403)
  }
})

test("a disabled account is signed out and stays out", async ({ anybody, as, newStaff }) => {
  const { id, email, password } = await newStaff()
  const credentials = { email, password }
  const { accessToken, refreshToken } = await answer<Tokens>(anybody.post("/tokens", credentials), 201)
  const authorization = { authorization: `Bearer ${accessToken}` }
  await answer(anybody.get("/profile", undefined, authorization), 200)

  await answer<StaffMember>((await as(ADMINISTRATOR)).patch(`/staff/${id}`, { state: "disabled" }), 200)
  await refusal(anybody.get("/profile", undefined, authorization), 401)
  await refusal(anybody.post("/tokens/refresh", { refreshToken }), 401)
  await refusal(anybody.post("/tokens", credentials), 401)
})
