import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db, one, transaction } from "@/db/client"
import { accounts, invitations } from "@/db/schema/accounts"
import { auditEntries } from "@/db/schema/records"
import { sessions, throttles } from "@/db/schema/sessions"
import { hasEmailSql } from "@/lib/identity/accounts/account-sql"
import { signIn } from "@/lib/identity/auth/sign-in"
import { inviteStaff } from "@/lib/identity/invitations/invite-staff"
import { confirmEmail } from "@/lib/identity/verification/confirm-email"
import { NO_ACCOUNT } from "@/lib/model/mail-job"
import { lettersTo, tokenOf } from "@/lib/testing/links"
import { emailOf, emptyDatabase, makeActor, PASSWORD, premises, someVisitor } from "@/lib/testing/people"
import { registerCustomer } from "./register-customer"
import { registerStaff } from "./register-staff"

beforeEach(() => emptyDatabase())

const person = { name: "Dana Reed", email: "dana@example.test", phone: "0113 496 0000", password: PASSWORD }
const accountOf = async (email: string) => one(await db.select().from(accounts).where(hasEmailSql(email)))
const register = (changes: Partial<typeof person> = {}) =>
  registerCustomer(someVisitor, { ...person, ...changes, premises })

/** Follows the link that was mailed. */
const confirm = async (id: string) =>
  confirmEmail(someVisitor, { token: await tokenOf(id, "verify_email") }, transaction)

test("a new address gets an account and a link to confirm it, which has to be followed before it can be signed in to", async () => {
  await register()
  const account = await accountOf(person.email)
  expect(account).toMatchObject({ role: "customer", state: "active", emailVerifiedAt: null })
  expect(await lettersTo(account.id)).toEqual(["verify_email"])
  expect(await db.select().from(sessions)).toEqual([])
  await expect(signIn(someVisitor, person)).rejects.toMatchObject({ code: "unauthenticated" })
  await confirm(account.id)
  await signIn(someVisitor, person)
  const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, account.id))
  expect(entry).toMatchObject({ action: "account.registered", actorId: account.id, address: someVisitor.address })
  expect(JSON.stringify(entry)).not.toMatch(/dana/i)
})

test("a known address is answered the same, in whatever case; nothing changes, and its owner is told", async () => {
  const first = await register()
  const before = await accountOf(person.email)
  const again = { ...person, name: "Mallory", email: "DANA@Example.test", password: "something else entirely" }
  expect(await register(again)).toEqual(first)
  expect(await registerStaff(someVisitor, again)).toEqual(first)
  expect(await accountOf(person.email)).toEqual(before)
  expect(await lettersTo(before.id)).toEqual(["verify_email", "already_registered", "already_registered"])
  await confirm(before.id)
  await signIn(someVisitor, { email: "Dana@EXAMPLE.test", password: PASSWORD })
})

test("a registration by invitation is answered the same whether or not the address had an account", async () => {
  const administrator = await makeActor("administrator")
  const invite = async (email: string) => ({
    ...person,
    email,
    invitationCode: (await inviteStaff(administrator, { email, role: "staff" })).code,
  })
  const [free, taken] = [await invite("free@example.test"), await invite(person.email)]
  // Since the invitation somebody has made an account.
  await register()
  expect(await registerStaff(someVisitor, free)).toEqual(await registerStaff(someVisitor, taken))
})

test("ten registrations at once make one account, and none of them can tell", async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => register()))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  const { id } = await accountOf(person.email)
  expect((await lettersTo(id)).filter((kind) => kind === "verify_email")).toHaveLength(1)
})

test("nobody's mailbox is flooded: a few letters an hour, while the answers stay the same", async () => {
  const { id } = await makeActor("customer")
  const [owner] = await db.select().from(accounts).where(eq(accounts.id, id))
  for (let tries = 0; tries < 8; tries++) await register({ email: owner?.email })
  expect(await lettersTo(id)).toHaveLength(5)
})

test("the disabled get no letter, and whoever registers with their address cannot tell", async () => {
  const disabled = await makeActor("staff", { state: "disabled" })
  const nobodys = (await lettersTo(NO_ACCOUNT)).length
  expect(await register({ email: emailOf(disabled) })).toEqual(await register())
  expect(await lettersTo(disabled.id)).toEqual([])
  expect(await lettersTo(NO_ACCOUNT)).toHaveLength(nobodys + 1)
})

test("staff without an invitation wait; nobody grants themselves a role", async () => {
  const forged = { ...person, role: "administrator", state: "active", emailVerifiedAt: new Date() }
  await registerStaff(someVisitor, forged)
  expect(await accountOf(person.email)).toMatchObject({ role: "staff", state: "waiting", emailVerifiedAt: null })
})

test("an invitation makes active staff once, for its own e-mail, before it expires", async () => {
  const administrator = await makeActor("administrator")
  const { code, id } = await inviteStaff(administrator, { email: "Dana@example.test", role: "staff" })
  const invited = { ...person, invitationCode: code.toLowerCase() }
  const change = (values: Partial<typeof invitations.$inferInsert>) =>
    db.update(invitations).set(values).where(eq(invitations.id, id))
  const later = new Date(Date.now() + 60_000)
  const isRefused = (given = invited) =>
    expect(registerStaff(someVisitor, given)).rejects.toMatchObject({ fields: { invitationCode: expect.any(String) } })

  await isRefused({ ...invited, email: "eve@example.test" })
  await change({ expiresAt: new Date(0) })
  await isRefused()
  await change({ expiresAt: later, revokedAt: new Date() })
  await isRefused()
  await change({ revokedAt: null })
  await registerStaff(someVisitor, invited)
  expect(await accountOf(person.email)).toMatchObject({ role: "staff", state: "active" })
  await db.update(accounts).set({ email: "moved@example.test" }).where(eq(accounts.email, person.email))
  await isRefused()
})

test("an invitation has shown whose the address is: no second letter asks for that", async () => {
  const { code } = await inviteStaff(await makeActor("administrator"), { email: person.email, role: "supervisor" })
  await registerStaff(someVisitor, { ...person, invitationCode: code })
  await signIn(someVisitor, person)
  const account = await accountOf(person.email)
  expect(account.emailVerifiedAt).toBeInstanceOf(Date)
  expect(await lettersTo(account.id)).toEqual([])
})

test("an invitation is not used up by somebody who has an account already", async () => {
  const { code, id } = await inviteStaff(await makeActor("administrator"), { email: person.email, role: "staff" })
  await register()
  await registerStaff(someVisitor, { ...person, invitationCode: code })
  expect(await accountOf(person.email)).toMatchObject({ role: "customer" })
  expect(one(await db.select().from(invitations).where(eq(invitations.id, id))).usedAt).toBeNull()
})

test("one invitation used five times at once makes one account", async () => {
  const { code } = await inviteStaff(await makeActor("administrator"), { email: person.email, role: "staff" })
  const race = Array.from({ length: 5 }, () => registerStaff(someVisitor, { ...person, invitationCode: code }))
  const outcomes = await Promise.allSettled(race)
  expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true)
  for (const outcome of outcomes)
    if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "invalid" })
  expect(await accountOf(person.email)).toMatchObject({ state: "active" })
})

test("the code itself is kept nowhere", async () => {
  const { code } = await inviteStaff(await makeActor("administrator"), { email: person.email, role: "staff" })
  expect(JSON.stringify(await db.select().from(invitations))).not.toContain(code)
})

test("registrations from one address are throttled, and what counts them holds no e-mail", async () => {
  const tries = Array.from({ length: 25 }, (_, i) => register({ email: `dana${i}@example.test` }))
  const refused = (await Promise.allSettled(tries)).filter(({ status }) => status === "rejected")
  expect(refused).toHaveLength(5)
  expect(refused[0]).toMatchObject({ reason: { code: "too_many_requests", retryAfter: expect.any(Number) } })
  expect(JSON.stringify(await db.select().from(throttles))).not.toMatch(/dana|@/)
})
