import { eq, isNull } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { mailedLinks } from "@/db/schema/credentials"
import { auditEntries } from "@/db/schema/records"
import { serviceRequests } from "@/db/schema/requests"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { fileDraft } from "@/lib/dispatch/file-draft"
import { fileRequest } from "@/lib/dispatch/file-request"
import { verifyEmail } from "@/lib/dispatch/joining"
import { editStaff } from "@/lib/dispatch/staff/edit-staff"
import { setAvailability } from "@/lib/dispatch/staff/set-availability"
import { findActor } from "@/lib/identity/sessions/find-actor"
import type { Actor } from "@/lib/model/actor"
import { NO_ACCOUNT } from "@/lib/model/mail-job"
import { getRequest } from "@/lib/requests/get-request"
import { listRequests } from "@/lib/requests/list-requests"
import { makeDraft } from "@/lib/testing/drafts"
import { newPremises } from "@/lib/testing/emergencies"
import { lettersTo, tokenOf } from "@/lib/testing/links"
import { emailOf, emptyDatabase, makeActor, requestToFile, someVisitor } from "@/lib/testing/people"
import { checkVerification } from "./check-verification"
import { requestVerification } from "./request-verification"
import { resendVerification } from "./resend-verification"

let customer: Actor
let worker: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer", { verified: false })
  worker = await makeActor("staff")
})

const file = (changes = {}, actor = customer) => fileRequest(actor, requestToFile(changes))
const tokenToVerify = (actor = customer) => tokenOf(actor.id, "verify_email")
const verify = async (actor = customer) => verifyEmail(someVisitor, { token: await tokenToVerify(actor) })
const waiting = () => db.select().from(serviceRequests).where(isNull(serviceRequests.assigneeId))

test("requests of an unconfirmed customer wait, and are given to somebody the moment the link is used", async () => {
  const { id, ...filed } = await file()
  expect(filed).toMatchObject({ assignee: null, waitsFor: "confirmation" })
  await verify()
  expect(await getRequest(customer, { id })).toMatchObject({ assignee: { id: worker.id }, waitsFor: null })
  expect(await file()).toMatchObject({ assignee: { id: worker.id } })
})

test("an emergency never waits for a confirmation", async () => {
  expect(await file({ category: "gas_leak" })).toMatchObject({ assignee: { id: worker.id }, waitsFor: null })
  await db.update(staff).set({ available: false })
  const waits = await file({ category: "gas_leak", premises: newPremises() })
  expect(waits).toMatchObject({ assignee: null, waitsFor: "staff" })
  await setAvailability(worker, { available: true })
  expect(await getRequest(customer, { id: waits.id })).toMatchObject({ assignee: { id: worker.id } })
})

test("a request filed page by page waits as well", async () => {
  expect(await fileDraft(customer, await makeDraft(customer, requestToFile()))).toMatchObject({
    assignee: null,
    waitsFor: "confirmation",
  })
})

test("while one customer has not confirmed, others are served, and people coming changes nothing", async () => {
  const other = await makeActor("customer")
  await db.update(staff).set({ available: false })
  const [unconfirmed, confirmed] = [await file({ category: "no_gas" }), await file({ category: "billing" }, other)]
  await setAvailability(worker, { available: true })
  expect((await waiting()).map(({ id }) => id)).toEqual([unconfirmed.id])
  expect(await getRequest(other, { id: confirmed.id })).toMatchObject({ assignee: { id: worker.id } })
  await editStaff(await makeActor("administrator"), { id: worker.id, capacity: 99 })
  expect(await waiting()).toHaveLength(1)
})

test("supervisors see what waits for whom, and may give it to somebody by hand all the same", async () => {
  const supervisor = await makeActor("supervisor", { available: false })
  const { id, version } = await file()
  const listed = await listRequests(supervisor, { status: "open", assignee: "nobody", limit: 20 })
  expect(listed.items).toMatchObject([{ id, waitsFor: "confirmation" }])
  const given = await assignRequest(supervisor, { id, version, assigneeId: worker.id })
  expect(given).toMatchObject({ assignee: { id: worker.id }, waitsFor: null })
})

test("confirming while filing strands nothing", async () => {
  for (let round = 0; round < 5; round++) {
    const newcomer = await makeActor("customer", { verified: false })
    const token = await tokenToVerify(newcomer)
    const filings = Array.from({ length: 6 }, () => file({}, newcomer))
    await Promise.all([...filings.slice(0, 3), verifyEmail(someVisitor, { token }), ...filings.slice(3)])
    expect(await waiting()).toEqual([])
  }
})

test("a link works once, also when it is used five times at once", async () => {
  const token = await tokenToVerify()
  const race = await Promise.allSettled(Array.from({ length: 5 }, () => verifyEmail(someVisitor, { token })))
  expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, customer.id))
  expect(entries.map(({ action }) => action)).toEqual(["account.verified"])
})

test("looking at a link does not use it; used, replaced, expired and foreign ones are good for nothing", async () => {
  const [first, second] = [await tokenToVerify(), await tokenToVerify()]
  const reset = await tokenOf(customer.id, "reset_password")
  expect(await checkVerification(someVisitor, { token: second })).toEqual({ good: true })
  await db
    .update(mailedLinks)
    .set({ expiresAt: new Date(0) })
    .where(eq(mailedLinks.accountId, customer.id))
  const [expired, good] = [second, await tokenToVerify()]
  for (const token of [first, expired, reset, "nonsense"]) {
    expect(await checkVerification(someVisitor, { token })).toEqual({ good: false })
    await expect(verifyEmail(someVisitor, { token })).rejects.toMatchObject({ code: "invalid" })
  }
  await verifyEmail(someVisitor, { token: good })
  await expect(verifyEmail(someVisitor, { token: good })).rejects.toMatchObject({ code: "invalid" })
})

test("the link of somebody who was disabled meanwhile confirms nothing", async () => {
  const token = await tokenToVerify()
  await db.update(accounts).set({ state: "disabled" }).where(eq(accounts.id, customer.id))
  await expect(verifyEmail(someVisitor, { token })).rejects.toMatchObject({ code: "invalid" })
})

test("the letter is sent again, five times an hour at most, and not at all once it is not needed", async () => {
  const other = await makeActor("customer")
  await resendVerification(other)
  expect(await lettersTo(other.id)).toEqual([])
  const tries = await Promise.allSettled(Array.from({ length: 7 }, () => resendVerification(customer)))
  const refused = tries.filter(({ status }) => status === "rejected")
  expect(refused).toHaveLength(2)
  expect(refused[0]).toMatchObject({ reason: { code: "too_many_requests", retryAfter: expect.any(Number) } })
  expect(await lettersTo(customer.id)).toHaveLength(5)
})

test("who is signed in already stays signed in without having confirmed the address", async () => {
  expect(await findActor(customer.sessionId, someVisitor)).toMatchObject({ id: customer.id })
})

test("without signing in the link is sent again five times an hour, and to nobody else's address", async () => {
  const confirmed = await makeActor("customer")
  const nobodys = (await lettersTo(NO_ACCOUNT)).length
  const answers = [emailOf(confirmed), "nobody@example.test", ...Array(7).fill(emailOf(customer))].map((email) =>
    requestVerification(someVisitor, { email }),
  )
  expect(new Set((await Promise.all(answers)).map(({ message }) => message)).size).toBe(1)
  expect(await lettersTo(confirmed.id)).toEqual([])
  expect(await lettersTo(customer.id)).toEqual(Array(5).fill("verify_email"))
  expect(await lettersTo(NO_ACCOUNT)).toHaveLength(nobodys + 4)
})
