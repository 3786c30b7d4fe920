import type { StaffMember } from "@/lib/dispatch/staff/contract"
import { answer, expect, type PageOf, refusal, type Tokens, test } from "../api"
import { ADMINISTRATOR, newPerson, SUPERVISOR } from "../people"

interface Invited {
  id: string
  code: string
}

test("an invitation is sent again and revoked, and each time the code before is dead", async ({ anybody, as }) => {
  const [first, second] = [newPerson(), newPerson()]
  const administrator = await as(ADMINISTRATOR)
  const invite = (email: string) => answer<Invited>(administrator.post("/invitations", { email }), 201)
  const register = (person: object, invitationCode: string) => anybody.post("/staff", { ...person, invitationCode })

  const made = await invite(first.email)
  const again = await answer<Invited>(administrator.post(`/invitations/${made.id}/code`, {}), 201)
  expect((await refusal(register(first, made.code), 400)).errors).toMatchObject([{ path: "invitationCode" }])
  await answer(register(first, again.code), 202)
  await answer((await as(first)).get("/requests"), 200)
  await refusal(administrator.post(`/invitations/${made.id}/code`, {}), 409)
  await refusal(administrator.delete(`/invitations/${made.id}`), 409)

  const { id, code } = await invite(second.email)
  await answer(administrator.delete(`/invitations/${id}`), 204)
  await refusal(register(second, code), 400)
  const { items } = await answer<PageOf<object>>(administrator.get("/invitations?limit=100"), 200)
  expect(items).toContainEqual(expect.objectContaining({ id, revokedAt: expect.any(String), usedAt: null }))
})

test("a role takes effect on the very next request, with the same token", async ({ as, newStaff }) => {
  const person = await newStaff()
  const [administrator, worker] = [await as(ADMINISTRATOR), await as(person)]
  const become = (role: string) => answer<StaffMember>(administrator.patch(`/staff/${person.id}`, { role }), 200)
  await refusal(worker.get("/staff"), 403)
  await become("supervisor")
  await answer(worker.get("/staff"), 200)
  await become("staff")
  await refusal(worker.get("/staff"), 403)

  await become("administrator")
  await refusal(worker.get("/staff"), 401)
  const risen = await as(person)
  await answer(risen.get("/audit"), 200)
  await become("supervisor")
  await refusal(risen.get("/audit"), 403)
  await refusal(risen.patch(`/staff/${person.id}`, { role: "administrator" }), 403)
})

test("people are found by role, state and team; nobody is made a customer or deleted", async ({ as, newStaff }) => {
  const { id } = await newStaff()
  const administrator = await as(ADMINISTRATOR)
  const team = `Team ${id.slice(-8)}`
  await answer(administrator.patch(`/staff/${id}`, { team: ` ${team} ` }), 200)
  const found = (query: string) => answer<PageOf<StaffMember>>(administrator.get(`/staff?${query}`), 200)
  const here = new URLSearchParams({ team: team.toUpperCase(), role: "staff", state: "active" })
  expect((await found(`${here}`)).items).toMatchObject([{ id, team }])
  here.set("role", "supervisor")
  expect((await found(`${here}`)).items).toEqual([])
  expect(await answer(administrator.patch(`/staff/${id}`, { team: "" }), 200)).toMatchObject({ team: null })
  for (const change of [{ state: "deleted" }, { role: "customer" }, { team: "x".repeat(61) }, { team: null }])
    await refusal(administrator.patch(`/staff/${id}`, change), 400)
  for (const query of ["state=deleted", "role=customer"]) await refusal(administrator.get(`/staff?${query}`), 400)
})

test("somebody put back among those who wait sees nothing more, and somebody disabled is signed out", async ({
  anybody,
  as,
  newStaff,
}) => {
  const { id, email, password } = await newStaff("supervisor")
  const { accessToken } = await answer<Tokens>(anybody.post("/tokens", { email, password }), 201)
  const authorization = { authorization: `Bearer ${accessToken}` }
  await answer((await as(ADMINISTRATOR)).patch(`/staff/${id}`, { state: "waiting" }), 200)
  await refusal(anybody.get("/staff", undefined, authorization), 403)
  await answer((await as(ADMINISTRATOR)).patch(`/staff/${id}`, { state: "disabled" }), 200)
  await refusal(anybody.get("/staff", undefined, authorization), 401)
})

test("administrators read who did what, and take it away as a file", async ({ as, newStaff }) => {
  const { id } = await newStaff()
  const administrator = await as(ADMINISTRATOR)
  await answer(administrator.patch(`/staff/${id}`, { capacity: 3 }), 200)
  const query = `subjectId=${id}&action=staff.edited`
  const { items } = await answer<PageOf<object>>(administrator.get(`/audit?${query}`), 200)
  expect(items).toMatchObject([{ action: "staff.edited", subjectId: id, data: { capacity: 3 } }])

  const file = await administrator.get(`/audit/export?${query}`)
  expect(file.headers()).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": expect.stringMatching(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"/),
  })
  expect((await file.text()).trimEnd().split("\r\n")).toHaveLength(2)

  for (const wrong of ["action=nothing", "from=2026-02-30", "to=0001-01-01", "after=x", "actorId=me", "apiKeyId=it"])
    await refusal(administrator.get(`/audit?${wrong}`), 400)
  await refusal(administrator.get("/audit/export?from=yesterday"), 400)
  await refusal((await as(SUPERVISOR)).get("/audit"), 403)
})
