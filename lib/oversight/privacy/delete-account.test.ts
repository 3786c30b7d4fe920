import { existsSync } from "node:fs"
import { join } from "node:path"
import { asc, eq, ne } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { statementCount } from "@/db/pools"
import { accounts, invitations, staff } from "@/db/schema/accounts"
import { apiKeyCustomers, apiKeys } from "@/db/schema/api-keys"
import { challenges, mailedLinks, recoveryCodes, secondFactors } from "@/db/schema/credentials"
import { auditEntries, mails } from "@/db/schema/records"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { sessions } from "@/db/schema/sessions"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { decideDangerCheck } from "@/lib/dispatch/danger-checks/decide-danger-check"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { listEmergencies } from "@/lib/dispatch/escalation/list-emergencies"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { wrongCredentials } from "@/lib/identity/accounts/wrong-credentials"
import { signIn } from "@/lib/identity/auth/sign-in"
import { registerCustomer } from "@/lib/identity/registration/register-customer"
import { findActor } from "@/lib/identity/sessions/find-actor"
import { startTwoFactor } from "@/lib/identity/two-factor/start-two-factor"
import type { Actor } from "@/lib/model/actor"
import { type Status, WAY_TO } from "@/lib/model/status"
import { listClocks } from "@/lib/oversight/service-levels/list-clocks"
import { COMMAND_LINE } from "@/lib/platform/audit/audit"
import { toAppError } from "@/lib/platform/to-app-error"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { attachToDraft } from "@/lib/requests/drafts/attach-to-draft"
import { beginDraft } from "@/lib/requests/drafts/begin-draft"
import { getRequest } from "@/lib/requests/get-request"
import { listRequests } from "@/lib/requests/list-requests"
import { listTimeline } from "@/lib/requests/list-timeline"
import { keepUnsent } from "@/lib/requests/unsent/keep-unsent"
import { env } from "@/lib/runtime/env"
import { draftOf, makeDraft } from "@/lib/testing/drafts"
import { emailOf, emptyDatabase, makeActor, PASSWORD, requestToFile, someVisitor } from "@/lib/testing/people"
import { tracesOf } from "@/lib/testing/traces"
import { codeAt, enrol } from "@/lib/testing/two-factor"
import { applyRetention } from "./apply-retention"
import { deleteAccount } from "./delete-account"
import { foreseeDeletion } from "./foresee-deletion"

/** Whatever is written about the customer holds one of these, so that a trace of it is found wherever it is. */
const MARK = "Zaphod"
const address = {
  line1: `${MARK} House`,
  line2: `${MARK} Floor`,
  town: "Leeds",
  postcode: "LS1 4AB",
  mprn: "1234567890",
}
const words = {
  title: `${MARK} was billed twice`,
  description: `${MARK} was charged twice in March.`,
  premises: address,
}
const PHONE = "0113 496 4242"

let customer: Actor
let worker: Actor
let supervisor: Actor

async function begin() {
  await emptyDatabase()
  customer = await makeActor("customer", { name: `${MARK} Beeblebrox` })
  await db.update(accounts).set({ phone: PHONE, premises: address }).where(eq(accounts.id, customer.id))
  worker = await makeActor("staff")
  supervisor = await makeActor("supervisor")
}
beforeEach(begin)

async function* stream(content: string) {
  yield Buffer.from(content)
}
const attach = (id: string) => attachFiles(customer, { id }, (take) => take(`${MARK}.txt`, stream("note")))
const attachDraft = (draft: { draft: string }) =>
  attachToDraft(customer, draft, (take) => take(`${MARK} draft.txt`, stream("note")))
const erase = (actor = customer) => deleteAccount(actor, { currentPassword: PASSWORD })
const file = (changes = {}) => fileRequest(customer, requestToFile({ ...words, ...changes }))

async function requestIn(status: Status) {
  let request = await file()
  await attach(request.id)
  const note = `${MARK} was told.`
  for (const to of WAY_TO[status])
    request = await moveRequest(worker, { id: request.id, to, version: request.version, note })
  return request
}

const onDisk = (id: string) => existsSync(join(env().ATTACHMENTS_DIR, id.slice(-2), id))

/** A customer with everything an account can come to have. */
async function liveALife() {
  const requests = [await requestIn("pending"), await requestIn("resolved"), await requestIn("closed")]
  const deleted = await file()
  await deleteRequest(customer, { id: deleted.id })
  await db.insert(requestEvents).values({
    ...{ requestId: deleted.id, actorId: worker.id, kind: "noted", visibleToCustomer: false },
    data: { note: `${MARK} rang.` },
  })
  await attachDraft(await makeDraft(customer, words))
  const typed = { version: 0, window: "one", turn: 1 }
  for (const { id } of requests.slice(0, 2)) {
    await keepUnsent(customer, { ...typed, id, kind: "message", text: `${MARK} asks` })
    await keepUnsent(worker, { ...typed, id, kind: "note", text: `${MARK} rang and` })
  }
  await signIn({ address: "203.0.113.9", device: `${MARK}'s phone` }, { email: emailOf(customer), password: PASSWORD })
  const accountId = customer.id
  const expiresAt = new Date(Date.now() + 60_000)
  await db.insert(mailedLinks).values({ tokenHash: "a", accountId, purpose: "verify_email", expiresAt })
  await db.insert(secondFactors).values({ accountId, sealedSecret: "b" })
  await db.insert(recoveryCodes).values({ accountId, codeHash: "c" })
  await db.insert(challenges).values({ accountId, expiresAt })
  const key = { id: crypto.randomUUID(), name: "Readers", scopes: [], secretHash: "d", createdBy: supervisor.id }
  await db.insert(apiKeys).values({ ...key, reach: "customers" })
  await db.insert(apiKeyCustomers).values({ keyId: key.id, customerId: customer.id })
  const invitation = { email: emailOf(customer).toUpperCase(), role: "staff", codeHash: "e", expiresAt } as const
  await db.insert(invitations).values({ ...invitation, invitedBy: supervisor.id })
  await db.insert(mails).values({ to: emailOf(customer), subject: "Hello", text: `Dear ${MARK}` })
  return requests
}

describe("deleting an account", () => {
  test("leaves no trace of the person in any column of any table, nor on disk", async () => {
    const [pending] = await liveALife()
    const traces = [
      MARK,
      emailOf(customer),
      PHONE,
      PHONE.replaceAll(" ", ""),
      address.line1,
      words.title,
      words.description,
    ]
    for (const trace of traces) expect(await tracesOf(trace), trace).not.toEqual([])
    const { attachments } = await getRequest(customer, { id: pending?.id ?? "" })
    await erase()
    for (const trace of traces) expect(await tracesOf(trace), trace).toEqual([])
    // The audit log keeps where things were done from, and the brake on guessing does so for a quarter of an hour.
    const kept = ["audit_entries.address", "throttles.key"]
    await db.delete(sessions).where(ne(sessions.accountId, customer.id))
    for (const from of ["203.0.113.9", someVisitor.address])
      expect(kept).toEqual(expect.arrayContaining(await tracesOf(from)))
    expect(attachments.map(({ id }) => onDisk(id))).toEqual([false])
    for (const table of [mailedLinks, secondFactors, recoveryCodes, challenges, apiKeyCustomers])
      expect(await db.select().from(table)).toEqual([])
  })

  test("takes along emails to staff that were kept here and name a request of theirs", async () => {
    const [pending, deleted, live] = [await file(), await file(), await file({ category: "gas_leak" })]
    await deleteRequest(customer, { id: deleted.id })
    const other = await fileRequest(await makeActor("customer"), requestToFile())
    const mail = (subject: string, text: string) => ({ to: emailOf(worker), subject, text })
    await db.delete(mails)
    await db
      .insert(mails)
      .values([
        mail(`Overdue: ${pending.reference}`, `At ${address.line1}`),
        mail("Overdue", `At ${address.line1}\n\nhttp://app.test/desk/requests/${pending.id}\n`),
        mail("Deleted", `At ${address.line1}\n\nhttp://app.test/desk/requests/${deleted.id}`),
        mail(`Emergency ${live.reference}`, `At ${address.line1}`),
        mail(`Overdue: ${other.reference}`, "At another house"),
      ])
    await erase()
    const left = async () => (await db.select().from(mails).orderBy(asc(mails.id))).map(({ subject }) => subject)
    // The desk needs the place until somebody has dealt with the emergency.
    expect(await left()).toEqual([`Emergency ${live.reference}`, `Overdue: ${other.reference}`])
    await db.update(serviceRequests).set({ status: "resolved" }).where(eq(serviceRequests.id, live.id))
    await applyRetention({ dry: false, author: COMMAND_LINE })
    expect(await left()).toEqual([`Overdue: ${other.reference}`])
  })

  test("keeps the history of the supply readable, and names nobody in it", async () => {
    const [, resolved] = await liveALife()
    await erase()
    const kept = await getRequest(supervisor, { id: resolved?.id ?? "" })
    expect(kept).toMatchObject({
      status: "resolved",
      reference: resolved?.reference,
      title: "Meter fault",
      description: "(erased)",
      premises: { line1: "(erased)", town: "Leeds", postcode: "LS1 4AB", mprn: "1234567890" },
      customer: { name: "Deleted customer", email: null, phone: "" },
      attachments: [],
    })
    expect(Object.keys(kept.premises)).not.toContain("line2")
    const { items } = await listTimeline(supervisor, { id: kept.id })
    expect(items.map(({ kind }) => kind)).toEqual(["filed", "assigned", "attached", "moved", "moved"])
    expect(items[0]?.actor?.name).toBe("Deleted customer")
    const [event] = await db.select().from(requestEvents).where(eq(requestEvents.requestId, kept.id))
    expect(event?.address).toBeNull()
  })

  test("changes nothing of how the requests stood against their service levels", async () => {
    const [, resolved] = await liveALife()
    const id = resolved?.id ?? ""
    const before = await listClocks(supervisor, { id })
    await erase()
    expect(await listClocks(supervisor, { id })).toEqual(before)
  })

  test("cancels what is pending, says why, and gives its assignee room for what waits", async () => {
    await db.update(staff).set({ capacity: 1 }).where(eq(staff.accountId, worker.id))
    const pending = await file()
    const other = await makeActor("customer")
    const waiting = await fileRequest(other, requestToFile())
    expect([pending.assignee?.id, waiting.assignee]).toEqual([worker.id, null])
    expect(await foreseeDeletion(customer)).toMatchObject({
      worked: { count: 0 },
      pending: { count: 1, first: [{ reference: pending.reference }] },
    })
    await erase()
    expect(await getRequest(supervisor, { id: pending.id })).toMatchObject({ status: "cancelled" })
    const { items } = await listTimeline(supervisor, { id: pending.id })
    expect(items.at(-1)).toMatchObject({
      kind: "moved",
      data: { from: "pending", to: "cancelled", note: "The customer deleted their account" },
    })
    expect(await getRequest(supervisor, { id: waiting.id })).toMatchObject({ assignee: { id: worker.id } })
    expect(await db.select().from(staff).where(eq(staff.accountId, worker.id))).toMatchObject([{ openRequests: 1 }])
  })

  test("cancels fifty pending requests with no more statements than one", async () => {
    const sent: number[] = []
    for (const requests of [1, 50]) {
      await begin()
      await Promise.all(Array.from({ length: requests }, file))
      const { pending } = await foreseeDeletion(customer)
      expect([pending.count, pending.first.length]).toEqual([requests, Math.min(requests, 20)])
      const before = statementCount()
      await erase()
      sent.push(statementCount() - before)
      const { items } = await listRequests(supervisor, { status: "cancelled", limit: 100 })
      expect(items).toHaveLength(requests)
    }
    expect(sent[1]).toBe(sent[0])
  })

  test.each(["in_progress", "on_hold"] as const)(
    "is refused while a request is %s, and changes nothing",
    async (at) => {
      const pending = await file()
      const worked = await requestIn(at)
      expect(await foreseeDeletion(customer)).toMatchObject({ worked: { first: [{ reference: worked.reference }] } })
      await expect(erase()).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining(worked.reference),
      })
      expect(await getRequest(customer, { id: pending.id })).toMatchObject({ status: "pending", title: words.title })
      expect(await findActor(customer.sessionId, someVisitor)).toMatchObject({ state: "active" })
    },
  )

  test("needs the password, which can be guessed at ten times", async () => {
    const guess = () => deleteAccount(customer, { currentPassword: "not this one" })
    for (let i = 0; i < 10; i++)
      await expect(guess()).rejects.toMatchObject({ fields: { currentPassword: expect.any(String) } })
    await expect(erase()).rejects.toMatchObject({ code: "too_many_requests" })
    expect(await findActor(customer.sessionId, someVisitor)).toBeDefined()
  })

  test("takes a code as well where there is a second factor, and nothing is gone without it", async () => {
    const { secret, recoveryCodes } = await enrol(customer)
    const withCode = (code?: string) => deleteAccount(customer, { currentPassword: PASSWORD, code })
    for (const code of [undefined, "000000", "AAAAABBBBBCCCCC"])
      await expect(withCode(code)).rejects.toMatchObject({ code: "invalid", fields: { code: expect.any(String) } })
    expect(await findActor(customer.sessionId, someVisitor)).toBeDefined()
    const refused = eq(auditEntries.action, "account.code_refused")
    expect(await db.$count(auditEntries, refused)).toBe(2)
    await withCode(codeAt(secret, Date.now()))
    expect(await findActor(customer.sessionId, someVisitor)).toBeUndefined()

    await begin()
    const [recovery = ""] = (await enrol(customer)).recoveryCodes
    expect(recoveryCodes).not.toContain(recovery)
    await withCode(recovery.replaceAll("-", ""))
    expect(await findActor(customer.sessionId, someVisitor)).toBeUndefined()
  })

  test("ends every session, and the old credentials are as wrong as any", async () => {
    await erase()
    expect(await findActor(customer.sessionId, someVisitor)).toBeUndefined()
    const { code, message } = wrongCredentials()
    for (const email of [emailOf(customer), `deleted-${customer.id}@invalid`])
      await expect(signIn(someVisitor, { email, password: PASSWORD })).rejects.toMatchObject({ code, message })
  })

  test("a deleted account is nobody's, even with a session and the right password", async () => {
    const kept = await makeActor("customer")
    await db.update(accounts).set({ state: "deleted" }).where(eq(accounts.id, kept.id))
    expect(await findActor(kept.sessionId, someVisitor)).toBeUndefined()
    await expect(signIn(someVisitor, { email: emailOf(kept), password: PASSWORD })).rejects.toMatchObject({
      code: "unauthenticated",
    })
    await expect(fileRequest({ ...kept, state: "deleted" }, requestToFile())).rejects.toMatchObject({
      code: "forbidden",
    })
  })

  test("frees the e-mail address for somebody new", async () => {
    const email = emailOf(customer)
    await file()
    await erase()
    const person = { name: "Somebody New", email, phone: "0113 496 0001", password: PASSWORD, premises: address }
    await registerCustomer(someVisitor, person)
    await db.update(accounts).set({ emailVerifiedAt: new Date() }).where(eq(accounts.email, email))
    const { sessionId } = await signIn(someVisitor, { email, password: PASSWORD })
    const again = await findActor(sessionId, someVisitor)
    expect(again?.id).not.toBe(customer.id)
    expect((await listRequests(again ?? customer, { limit: 20 })).items).toEqual([])
  })

  test("nothing is found by the old name, e-mail or title", async () => {
    await requestIn("closed")
    const found = async (q: string) => (await listRequests(supervisor, { q, limit: 20 })).items.length
    expect(await found(MARK)).toBe(1)
    await erase()
    for (const q of [MARK, emailOf(customer), words.title]) expect(await found(q)).toBe(0)
  })

  test("is in the audit log, whose earlier entries stay as they were", async () => {
    await requestIn("closed")
    const before = await db.select().from(auditEntries).orderBy(auditEntries.id)
    await erase()
    const after = await db.select().from(auditEntries).orderBy(auditEntries.id)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.slice(before.length)).toMatchObject([
      { action: "account.deleted", subjectId: customer.id, actorId: customer.id, address: someVisitor.address },
    ])
  })
})

test.each([
  ["a mailed link", () => db.insert(mailedLinks).values({ ...theirs(), tokenHash: "a", purpose: "reset_password" })],
  ["a second factor", () => db.insert(secondFactors).values({ ...theirs(), sealedSecret: "b" })],
  ["a challenge", () => db.insert(challenges).values(theirs())],
])("%s that is made for a deleted account is refused", async (_, insert) => {
  await insert()
  await erase()
  const failure = await insert().catch((thrown: unknown) => thrown)
  expect(toAppError(failure)).toMatchObject({ code: "unauthenticated" })
})

const theirs = () => ({ accountId: customer.id, expiresAt: new Date(Date.now() + 60_000) })

describe("an emergency that nobody has yet", () => {
  const left = () => file({ category: "gas_leak", description: "There is a smell of gas in the hall." })
  const sweep = () => applyRetention({ dry: false, author: COMMAND_LINE })

  test("stays with the desk, with its place, its words and a phone, and says that its customer is gone", async () => {
    const { id } = await left()
    await attach(id)
    await file()
    await erase()
    const kept = await getRequest(supervisor, { id })
    expect(kept).toMatchObject({
      status: "pending",
      description: "There is a smell of gas in the hall.",
      premises: address,
      contactPhone: PHONE,
      attachments: [{}],
      customer: { name: "Deleted customer", phone: "" },
    })
    expect((await listEmergencies(supervisor, { limit: 20 })).items).toMatchObject([{ id, customer: { phone: PHONE } }])
    const { items } = await listTimeline(supervisor, { id })
    expect(items.at(-1)).toMatchObject({
      kind: "noted_internally",
      data: { note: "The customer deleted their account" },
    })
    const cancelled = await listRequests(supervisor, { status: "cancelled", limit: 20 })
    expect(cancelled.items).toHaveLength(1)
  })

  test("is erased once somebody has dealt with it, and not before", async () => {
    const { id } = await left()
    await attach(id)
    const { attachments } = await getRequest(supervisor, { id })
    await erase()
    await acknowledgeRequest(worker, { id })
    await sweep()
    expect(await getRequest(supervisor, { id })).toMatchObject({ premises: address, contactPhone: PHONE })
    const begun = await moveRequest(worker, {
      id,
      to: "in_progress",
      version: (await getRequest(supervisor, { id })).version,
    })
    await moveRequest(worker, { id, to: "resolved", note: `${MARK} is safe.`, version: begun.version })
    await sweep()
    expect(await tracesOf(MARK)).toEqual([])
    expect(await tracesOf(PHONE)).toEqual([])
    expect(await getRequest(supervisor, { id })).toMatchObject({ status: "resolved", contactPhone: null })
    expect(attachments.map((it) => onDisk(it.id))).toEqual([false])
  })

  test("may be one whose words somebody has to check: without danger it is cancelled and erased", async () => {
    const asked = { description: `${MARK} noticed a whiff of something.`, happeningNow: false }
    const [first, second] = [await file(asked), await file(asked)]
    await erase()
    expect(await getRequest(supervisor, first)).toMatchObject({ status: "pending", danger: { check: "open" } })
    await decideDangerCheck(supervisor, { id: first.id, danger: false })
    await decideDangerCheck(supervisor, { id: second.id, danger: true })
    await sweep()
    expect(await getRequest(supervisor, first)).toMatchObject({ status: "cancelled", description: "(erased)" })
    expect(await getRequest(supervisor, second)).toMatchObject({ priority: "emergency", premises: address })
  })

  test("is foreseen before the account is deleted, apart from what is cancelled", async () => {
    const [emergency, plain] = [await left(), await file()]
    expect(await foreseeDeletion(customer)).toMatchObject({
      pending: { count: 1, first: [{ reference: plain.reference }] },
      emergencies: { count: 1, first: [{ reference: emergency.reference }] },
    })
  })
})

describe("at the very moment of deletion,", () => {
  const ACTS: [string, () => Promise<unknown>][] = [
    ["filing", () => file()],
    ["attaching", async () => attach((await db.select().from(serviceRequests))[0]?.id ?? "")],
    ["beginning a draft", () => beginDraft(customer, words)],
    ["attaching to a draft", async () => attachDraft(await draftOf(customer))],
    [
      "deleting a request",
      async () => deleteRequest(customer, (await db.select().from(serviceRequests))[0] ?? { id: crypto.randomUUID() }),
    ],
    ["signing in", () => signIn({ ...someVisitor, device: MARK }, { email: emailOf(customer), password: PASSWORD })],
    ["setting up a second factor", () => startTwoFactor(customer, { currentPassword: PASSWORD })],
    ["deleting it once more", () => erase()],
  ]

  test.each(ACTS)("%s leaves nothing of the person behind", async (_, act) => {
    for (let i = 0; i < 4; i++) {
      await begin()
      await file()
      await makeDraft(customer, words)
      const acts = Array.from({ length: 3 }, act)
      const [deleted, ...rest] = await Promise.allSettled([erase(), ...acts])
      expect(deleted.status === "fulfilled" || rest.some((it) => it.status === "fulfilled")).toBe(true)
      for (const it of rest)
        if (it.status === "rejected") expect(toAppError(it.reason), String(it.reason)).toBeDefined()
      expect(await tracesOf(MARK)).toEqual([])
      expect(await db.select().from(secondFactors)).toEqual([])
    }
  })

  test("is refused while somebody has a pending emergency of the person, and not before", async () => {
    const { id, reference } = await file({ category: "gas_leak" })
    expect(await foreseeDeletion(customer)).toMatchObject({
      emergencies: { first: [{ reference }] },
      worked: { first: [] },
    })
    await acknowledgeRequest(worker, { id })
    expect(await foreseeDeletion(customer)).toMatchObject({
      pending: { first: [] },
      worked: { first: [{ reference }] },
    })
    await expect(erase()).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(reference) })
  })

  test("work that begins and the deletion exclude each other", async () => {
    for (let i = 0; i < 5; i++) {
      customer = await makeActor("customer", { name: `${MARK} Beeblebrox` })
      const { id, version } = await file()
      const [deleted, moved] = await Promise.allSettled([
        erase(),
        moveRequest(worker, { id, to: "in_progress", version, note: "On my way." }),
      ])
      expect([deleted.status, moved.status].sort()).toEqual(["fulfilled", "rejected"])
      const refused = deleted.status === "rejected" ? deleted : moved
      expect(refused).toMatchObject({ reason: { code: "conflict" } })
    }
  })
})
