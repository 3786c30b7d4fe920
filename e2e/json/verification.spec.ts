import type { Account } from "@/lib/identity/accounts/contract"
import { answer, expect, refusal, test } from "../api"
import { mailTo, tokenIn } from "../mailbox"
import { AMARA, newPerson, PREMISES } from "../people"

test("registering with a new address and with a known one is answered the same", async ({ anybody, as, confirm }) => {
  const person = newPerson()
  const register = (given: object) => anybody.post("/accounts", { ...person, premises: PREMISES, ...given })
  const fresh = await answer<object>(register({}), 202)
  expect(await answer<object>(register({ name: "Somebody else" }), 202)).toEqual(fresh)
  expect(await answer<object>(anybody.post("/staff", person), 202)).toEqual(fresh)
  expect(Object.keys(fresh)).toEqual(["message"])
  const told = await mailTo(as, person.email, { subject: /already/ })
  expect(told.text).not.toContain("Somebody else")
  await confirm(person)
  expect(await answer((await as(person)).get("/profile"), 200)).toMatchObject({ name: person.name, role: "customer" })
})

test("nobody signs in before the mailed link was followed, and a wrong password is answered the same", async ({
  anybody,
  as,
}) => {
  const person = newPerson()
  const { email, password } = person
  await answer(anybody.post("/accounts", { ...person, premises: PREMISES }), 202)
  const enter = async (given: object) => {
    const { requestId: _, ...problem } = await refusal(anybody.post("/tokens", { email, password, ...given }), 401)
    return problem
  }
  const early = await enter({})
  expect(await enter({ password: "not this one" })).toEqual(early)
  expect(await enter({ email: newPerson().email })).toEqual(early)

  const mail = await mailTo(as, email)
  expect(mail.text).toContain("/verify?token=")
  await answer(anybody.post("/verifications", { token: tokenIn(mail) }), 204)
  const profile = await answer<Account>((await as(person)).get("/profile"), 200)
  expect(profile.emailVerifiedAt).not.toBeNull()
  await refusal(anybody.post("/verifications", { token: tokenIn(mail) }), 400)
})

test("the link is sent again to who asks by address alone, the one before dies, and all are answered the same", async ({
  anybody,
  as,
}) => {
  const person = newPerson()
  const again = (email: string) => answer<object>(anybody.post("/verification-links", { email }), 202)
  await answer(anybody.post("/accounts", { ...person, premises: PREMISES }), 202)
  const first = tokenIn(await mailTo(as, person.email))
  const told = await again(person.email)
  const second = tokenIn(await mailTo(as, person.email, { count: 2 }))
  await refusal(anybody.post("/verifications", { token: first }), 400)
  for (const email of [person.email, AMARA.email, newPerson().email]) expect(await again(email)).toEqual(told)
  const newest = tokenIn(await mailTo(as, person.email, { count: 3 }))
  expect(newest).not.toBe(second)
  await answer(anybody.post("/verifications", { token: newest }), 204)
  await answer((await as(person)).post("/profile/verification", {}), 202)
})

test("a link says where we are, whatever the Host header said", async ({ anybody, as, baseURL, newCustomer }) => {
  const { email } = await newCustomer()
  const forged = { host: "evil.example", "x-forwarded-host": "evil.example" }
  await answer(anybody.post("/password-resets", { email }, forged), 202)
  const { text } = await mailTo(as, email, { subject: /Choose/ })
  expect(text).toContain(`${baseURL}/reset?token=`)
  expect(text).not.toContain("evil.example")
})

test("a forgotten password is replaced by a mailed link, once, and signs out everywhere", async ({
  anybody,
  as,
  newCustomer,
}) => {
  const person = await newCustomer()
  const before = await as(person)
  const unknown = await answer(anybody.post("/password-resets", { email: newPerson().email }), 202)
  expect(await answer(anybody.post("/password-resets", { email: person.email.toUpperCase() }), 202)).toEqual(unknown)
  const token = tokenIn(await mailTo(as, person.email, { subject: /Choose/ }))
  const newPassword = "seven green umbrellas"
  const reset = (given: object = {}) => anybody.put("/password-resets/current", { token, newPassword, ...given })

  for (const refused of ["short", "Password123", person.email])
    expect((await refusal(reset({ newPassword: refused }), 400)).errors).toEqual([
      { path: "newPassword", message: expect.any(String) },
    ])
  await answer(reset(), 204)
  await refusal(reset(), 400)
  await refusal(before.get("/profile"), 401)
  const { email, password } = person
  await refusal(anybody.post("/tokens", { email, password }), 401)
  await as({ ...person, password: newPassword })
  await mailTo(as, person.email, { subject: /was changed/ })
})

test("passwords that everybody tries first are refused, and any characters are taken as they are", async ({
  anybody,
  as,
  confirm,
}) => {
  const person = newPerson()
  const register = (password: string) => anybody.post("/accounts", { ...person, password, premises: PREMISES })
  for (const password of ["12345678", "PASSWORD1", person.email, person.email.split("@")[0] ?? "", "x".repeat(129)])
    expect((await refusal(register(password), 400)).errors).toEqual([{ path: "password", message: expect.any(String) }])
  const password = "  é \u0065\u0301 🔥\t密码  "
  await answer(register(password), 202)
  await confirm(person)
  await as({ ...person, password })
  const normalised = { email: person.email, password: password.normalize("NFC").trim() }
  await refusal(anybody.post("/tokens", normalised), 401)
})
