import type { APIRequestContext } from "@playwright/test"
import { answer, apiOf, expect, refusal, type Tokens, test } from "../api"
import { ADMINISTRATOR, SUPERVISOR } from "../people"
import { enrol } from "../two-factor"

test("two-factor: a program sets it up, is asked for a code, uses one, a recovery code, and turns it off", async ({
  anybody,
  as,
  newCustomer,
  request,
}) => {
  const { email, password } = await newCustomer()
  const here = await as({ email, password, name: "", phone: "" })
  const elsewhere = await as({ email, password, name: "", phone: "" })
  const off = { enabled: false, required: false, recoveryCodesLeft: 0 }
  expect(await answer(here.get("/profile/two-factor"), 200)).toEqual(off)
  await refusal(here.post("/profile/two-factor", { currentPassword: "not this one" }), 400)
  await refusal(here.put("/profile/two-factor", { code: "000000" }), 409)
  const { code, recoveryCodes } = await enrol(here, password)
  expect(await answer(here.get("/profile/two-factor"), 200)).toMatchObject({ enabled: true, recoveryCodesLeft: 10 })
  await refusal(elsewhere.get("/profile"), 401)

  expect((await refusal(anybody.post("/tokens", { email, password }), 401)).code).toBe("second_factor_required")
  const wrong = { email, password: "not this one", code: "000000" }
  expect((await refusal(anybody.post("/tokens", wrong), 401)).code).toBe("unauthenticated")
  const mistake = await refusal(anybody.post("/tokens", { email, password, code: "000000" }), 400)
  expect(mistake.errors).toEqual([{ path: "code", message: expect.any(String) }])
  const used = code()
  await answer<Tokens>(anybody.post("/tokens", { email, password, code: used }), 201)
  await refusal(anybody.post("/tokens", { email, password, code: used }), 400)
  const typed = recoveryCodes[0]?.replaceAll("-", "").toLowerCase()
  const { accessToken } = await answer<Tokens>(anybody.post("/tokens", { email, password, code: typed }), 201)
  await refusal(anybody.post("/tokens", { email, password, code: typed }), 400)

  const again = apiOf(request, accessToken)
  const proof = (at: number) => ({ currentPassword: password, code: recoveryCodes[at] })
  await answer(again.post("/profile/two-factor/recovery-codes", proof(1)), 201)
  await refusal(again.put("/profile/two-factor/removal", proof(2)), 400)
})

test("two-factor: an administrator removes a lost one; nobody else sees it", async ({ anybody, as, newStaff }) => {
  const person = await newStaff()
  const member = await as(person)
  await enrol(member, person.password)
  const path = `/accounts/${person.id}/two-factor`
  await refusal((await as(SUPERVISOR)).delete(path), 404)
  const administrator = await as(ADMINISTRATOR)
  expect(await answer(administrator.get(path), 200)).toMatchObject({ enabled: true })
  await answer(administrator.delete(path), 204)
  await refusal(member.get("/profile"), 401)
  await answer(anybody.post("/tokens", { email: person.email, password: person.password }), 201)
})

test("two-factor: next-auth's own routes are no way around it, and take a code", async ({
  as,
  newCustomer,
  request,
}) => {
  const person = await newCustomer()
  const { code } = await enrol(await as(person), person.password)
  await enterByNextAuth(request, person)
  expect(await (await request.get("/api/auth/session")).json()).toEqual({})
  await enterByNextAuth(request, { ...person, code: code() })
  expect(await (await request.get("/api/auth/session")).json()).toMatchObject({ user: { name: person.name } })
})

async function enterByNextAuth(request: APIRequestContext, given: { email: string; password: string; code?: string }) {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json()
  const { email, password, code } = given
  const form = { csrfToken, json: "true", email, password, ...(code && { code }) }
  await request.post("/api/auth/callback/credentials", { form })
}

test("settings: administrators alone read and set them, and a stale change conflicts", async ({ as }) => {
  await refusal((await as(SUPERVISOR)).get("/settings"), 403)
  const administrator = await as(ADMINISTRATOR)
  const settings = await answer<{ version: number }>(administrator.get("/settings"), 200)
  expect(await answer(administrator.patch("/settings", settings), 200)).toEqual(settings)
  await refusal(administrator.patch("/settings", { ...settings, version: settings.version + 1 }), 409)
  expect(await answer(administrator.patch("/settings", { version: settings.version }), 200)).toEqual(settings)
  // Required of others only by somebody who uses it.
  await refusal(administrator.patch("/settings", { ...settings, staffTwoFactorRequired: true }), 409)
})
