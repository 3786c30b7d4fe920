import { beforeEach, expect, test } from "vitest"
import { transaction } from "@/db/client"
import { fileRequest } from "@/lib/dispatch/file-request"
import { resetPassword, verifyEmail } from "@/lib/dispatch/joining"
import { signIn } from "@/lib/identity/auth/sign-in"
import { checkReset } from "@/lib/identity/passwords/check-reset"
import { requestReset } from "@/lib/identity/passwords/request-reset"
import { registerCustomer } from "@/lib/identity/registration/register-customer"
import { findActor } from "@/lib/identity/sessions/find-actor"
import type { Actor } from "@/lib/model/actor"
import { compose } from "@/lib/oversight/mail/compose"
import { listRequests } from "@/lib/requests/list-requests"
import { lettersTo, tokenOf } from "@/lib/testing/links"
import { emailOf, emptyDatabase, makeActor, PASSWORD, premises, requestToFile, someVisitor } from "@/lib/testing/people"
import { createCustomer } from "./create-customer"
import { inviteCustomer } from "./invite-customer"

let priya: Actor
beforeEach(async () => {
  await emptyDatabase()
  priya = await makeActor("staff", { name: "Priya Shah" })
})

const email = "wanda@example.test"
const caller = { name: "Wanda Kowalska", phone: "0113 496 0017" }
const invitation = async (id: string) => tokenOf(id, "portal_invitation")

test("an invited customer chooses a password and sees what was sent for them", async () => {
  const { id } = await createCustomer(priya, { ...caller, email })
  const { reference } = await fileRequest(priya, { ...requestToFile(), customerId: id })
  await inviteCustomer(priya, { id })
  expect(await lettersTo(id)).toEqual(["portal_invitation"])
  const token = await invitation(id)
  expect(await checkReset(someVisitor, { token })).toEqual({ good: true, email, invited: true })
  await resetPassword(someVisitor, { token, newPassword: PASSWORD })
  expect(await lettersTo(id)).toEqual(["portal_invitation"])
  const { sessionId } = await signIn(someVisitor, { email, password: PASSWORD })
  const customer = await findActor(sessionId, someVisitor)
  const { items } = await listRequests(customer as Actor, { limit: 10 })
  expect(items).toMatchObject([{ reference }])
  await expect(inviteCustomer(priya, { id })).rejects.toMatchObject({ code: "conflict" })
  await expect(resetPassword(someVisitor, { token, newPassword: PASSWORD })).rejects.toMatchObject({ code: "invalid" })
})

test("a customer without an email address is invited to the one they give, and no other", async () => {
  const known = await makeActor("customer")
  const { id } = await createCustomer(priya, caller)
  await expect(inviteCustomer(priya, { id })).rejects.toMatchObject({ fields: { email: "Enter their email address" } })
  await expect(inviteCustomer(priya, { id, email: emailOf(known) })).rejects.toMatchObject({
    code: "conflict",
    customers: [{ id: known.id }],
  })
  expect(await inviteCustomer(priya, { id, email: "wnada@example.test" })).toMatchObject({
    email: "wnada@example.test",
  })
  const wrong = await invitation(id)
  expect(await inviteCustomer(priya, { id, email })).toMatchObject({ email })
  expect(await checkReset(someVisitor, { token: wrong })).toMatchObject({ good: false })
})

test("nothing is mailed to a customer without an email address", async () => {
  const { id } = await createCustomer(priya, caller)
  for (const kind of ["verify_email", "reset_password", "password_changed"] as const)
    expect(await transaction((tx) => compose(tx, { kind, accountId: id }))).toBeUndefined()
  await requestReset(someVisitor, { email: `no-email-${id}@none.invalid` })
  expect(await transaction((tx) => compose(tx, { kind: "reset_password", accountId: id }))).toBeUndefined()
})

test("registering with the address joins the same account, by the link in the email and nothing else", async () => {
  const { id } = await createCustomer(priya, { ...caller, email })
  const mallory = { name: "Mallory", phone: "0113 496 0666", password: "something else entirely", premises }
  await registerCustomer(someVisitor, { ...mallory, email: email.toUpperCase() })
  await expect(signIn(someVisitor, { email, password: mallory.password })).rejects.toMatchObject({
    code: "unauthenticated",
  })
  const letter = await transaction((tx) => compose(tx, { kind: "already_registered", accountId: id }))
  const [, token = ""] = /reset\?token=(\S+)/.exec(letter?.text ?? "") ?? []
  await resetPassword(someVisitor, { token, newPassword: PASSWORD })
  await signIn(someVisitor, { email, password: PASSWORD })
  const next = await transaction((tx) => compose(tx, { kind: "already_registered", accountId: id }))
  expect(next?.text).not.toContain("token")
})

test("customers cannot be invited by one another, nor more than five times an hour", async () => {
  const { id } = await createCustomer(priya, { ...caller, email })
  const other = await makeActor("customer")
  await expect(inviteCustomer(other, { id })).rejects.toMatchObject({ code: "not_found" })
  for (let times = 0; times < 5; times++) await inviteCustomer(priya, { id })
  await expect(inviteCustomer(priya, { id })).rejects.toMatchObject({ code: "too_many_requests" })
})

test("confirming the address without a password makes nobody sign in without one", async () => {
  const { id } = await createCustomer(priya, { ...caller, email })
  await verifyEmail(someVisitor, { token: await tokenOf(id, "verify_email") })
  await expect(signIn(someVisitor, { email, password: "" })).rejects.toMatchObject({ code: "unauthenticated" })
})
