import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { mailedLinks } from "@/db/schema/credentials"
import { auditEntries, mails } from "@/db/schema/records"
import { fileRequest } from "@/lib/dispatch/file-request"
import { changeEmail } from "@/lib/dispatch/joining"
import { createTokens } from "@/lib/identity/auth/create-tokens"
import { listCustomers } from "@/lib/identity/customers/list-customers"
import { changePassword } from "@/lib/identity/passwords/change-password"
import { findActor } from "@/lib/identity/sessions/find-actor"
import { startSession } from "@/lib/identity/sessions/start-session"
import type { Actor } from "@/lib/model/actor"
import { NO_ACCOUNT } from "@/lib/model/mail-job"
import { getRequest } from "@/lib/requests/get-request"
import { forgetJobs, runJobs } from "@/lib/testing/jobs"
import { lettersTo, tokenOf } from "@/lib/testing/links"
import { emailOf, emptyDatabase, makeActor, PASSWORD, requestToFile, someVisitor } from "@/lib/testing/people"
import { codeAt, enrol } from "@/lib/testing/two-factor"
import { checkEmailChange } from "./check-email-change"
import { requestEmailChange } from "./request-email-change"

const NEW = "new-address@example.test"
const dead = { code: "invalid", fields: undefined }

let actor: Actor

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  await db.delete(mails)
  actor = await makeActor("customer")
})

const ask = (email = NEW, more = {}) => requestEmailChange(actor, { email, currentPassword: PASSWORD, ...more })
const change = async (token: string, by = actor) => changeEmail(by, { token })
const linkTo = (email = NEW, by = actor) => tokenOf(by.id, "change_email", email)
const accountOf = async ({ id }: Actor) => one(await db.select().from(accounts).where(eq(accounts.id, id)))
const actionsOf = async ({ id }: Actor) =>
  (await db.select().from(auditEntries).where(eq(auditEntries.subjectId, id))).map(({ action }) => action)

/** Subjects and first recipients of all mail that is written by now. */
async function written() {
  await runJobs()
  const all = await db.select().from(mails)
  return all.map(({ to, subject, text }) => ({ to, subject, token: /token=([\w-]+)/.exec(text)?.[1] }))
}

test("the address changes when the link to the new one is followed, and the old one is told twice", async () => {
  await ask()
  expect((await accountOf(actor)).email).toBe(emailOf(actor))
  const first = await written()
  expect(first).toMatchObject([
    { to: NEW, subject: "Confirm your new email address", token: expect.any(String) },
    { to: emailOf(actor), subject: "A change of your email address was requested", token: undefined },
  ])
  const token = first[0]?.token ?? ""
  expect(await checkEmailChange(actor, { token })).toEqual({ email: NEW })
  await change(token)
  expect((await accountOf(actor)).email).toBe(NEW)
  expect((await written()).slice(2)).toMatchObject([
    { to: emailOf(actor), subject: "Your email address was changed", token: undefined },
  ])
  expect(await actionsOf(actor)).toEqual(["account.email_change_asked", "account.email_changed"])
  await createTokens(someVisitor, { email: NEW, password: PASSWORD })
  const old = createTokens(someVisitor, { email: emailOf(actor), password: PASSWORD })
  await expect(old).rejects.toMatchObject({ code: "unauthenticated" })
})

test("asking answers the same whether the address is taken or not, and tells its owner alone", async () => {
  const other = await makeActor("staff")
  const answers = [await ask(), await ask(emailOf(other).toUpperCase())]
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  const kinds = ["change_email", "email_change_asked"]
  expect(await lettersTo(actor.id)).toEqual([...kinds, ...kinds])
  const toOther = (await written()).filter(({ to }) => to.toLowerCase() === emailOf(other))
  expect(toOther).toMatchObject([{ subject: "This email address has an account", token: undefined }])
})

test("asking takes the password, and the code where there is a second factor", async () => {
  const wrong = requestEmailChange(actor, { email: NEW, currentPassword: "wrong" })
  await expect(wrong).rejects.toMatchObject({ code: "invalid", fields: { currentPassword: expect.any(String) } })
  const { secret } = await enrol(actor)
  await forgetJobs()
  await expect(ask()).rejects.toMatchObject({ code: "second_factor_required", fields: { code: expect.any(String) } })
  await expect(ask(NEW, { code: "000000" })).rejects.toMatchObject({ code: "invalid" })
  expect(await lettersTo(actor.id)).toEqual([])
  await ask(NEW, { code: codeAt(secret, Date.now()) })
  expect(await lettersTo(actor.id)).toHaveLength(2)
})

test("one's own address, in whatever case, is no new one", async () => {
  await expect(ask(emailOf(actor).toUpperCase())).rejects.toMatchObject({ fields: { email: expect.any(String) } })
})

test("an address gets five such mails an hour, whoever asks, and the queue and the limits name it nowhere", async () => {
  const others = await Promise.all([makeActor("customer"), makeActor("customer")])
  for (const by of others)
    for (let i = 0; i < 3; i++) await requestEmailChange(by, { email: NEW, currentPassword: PASSWORD })
  expect(await lettersTo(NO_ACCOUNT)).toEqual(["change_email"])
  expect((await written()).filter(({ to }) => to === NEW)).toHaveLength(5)
})

test("the link is of use to the account that asked alone, once, as the newest", async () => {
  const [older, token] = [await linkTo("older@example.test"), await linkTo()]
  const other = await makeActor("customer")
  expect(await checkEmailChange(other, { token })).toEqual({ email: null })
  await expect(change(token, other)).rejects.toMatchObject(dead)
  await expect(change(older)).rejects.toMatchObject(dead)
  const race = await Promise.allSettled(Array.from({ length: 4 }, () => change(token)))
  expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  await expect(change(token)).rejects.toMatchObject(dead)
  await db.update(mailedLinks).set({ usedAt: null, expiresAt: new Date(0) })
  await expect(change(token)).rejects.toMatchObject(dead)
})

test("two who race for one address: one has it, the other is told and keeps theirs", async () => {
  const other = await makeActor("customer")
  const tokens = [await linkTo(), await linkTo(NEW.toUpperCase(), other)] as const
  const race = await Promise.allSettled([change(tokens[0]), change(tokens[1], other)])
  expect(race.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  expect(race.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } })
  const emails = [(await accountOf(actor)).email, (await accountOf(other)).email].map((email) => email.toLowerCase())
  expect(emails.filter((email) => email === NEW)).toHaveLength(1)
})

test("every other session ends, and the links mailed to the old address work no more", async () => {
  const elsewhere = await startSession(actor, "browser", someVisitor)
  const token = await linkTo()
  await tokenOf(actor.id, "reset_password")
  await change(token)
  expect(await findActor(elsewhere.id, someVisitor)).toBeUndefined()
  expect(await findActor(actor.sessionId, someVisitor)).toMatchObject({ id: actor.id })
  const links = await db.select().from(mailedLinks).where(eq(mailedLinks.accountId, actor.id))
  expect(links.filter(({ usedAt }) => usedAt === null)).toEqual([])
})

test("a changed password stops a change of the address that was asked for before", async () => {
  const token = await linkTo()
  await changePassword(actor, { currentPassword: PASSWORD, newPassword: "seven green umbrellas" })
  await expect(change(token)).rejects.toMatchObject(dead)
})

test("the link confirms the address: what waited for that is assigned, and the desk finds the customer by it", async () => {
  const worker = await makeActor("staff")
  actor = await makeActor("customer", { verified: false })
  const { id } = await fileRequest(actor, requestToFile())
  await change(await linkTo())
  expect(await getRequest(worker, { id })).toMatchObject({ assignee: { id: worker.id } })
  const found = await listCustomers(await makeActor("supervisor"), { q: NEW, limit: 5 })
  expect(found.items).toMatchObject([{ id: actor.id, email: NEW }])
})
