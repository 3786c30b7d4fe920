import { eq, sql } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest"
import { db, one, transaction } from "@/db/client"
import { accounts, invitations } from "@/db/schema/accounts"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { seal } from "@/lib/identity/auth/seal"
import { hashCode } from "@/lib/identity/invitations/invitation-code"
import { makeLink, useLink } from "@/lib/identity/mailed-links/mailed-links"
import type { MailJob } from "@/lib/model/mail-job"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { closeMailTransport } from "@/lib/platform/mail/deliver-mail"
import { registry } from "@/lib/platform/metrics/registry"
import { log } from "@/lib/runtime/log"
import { currentRequestId, forRequest } from "@/lib/runtime/request-id"
import { forgetJobs, makeJobsDue, runJobs, waitingJobs } from "@/lib/testing/jobs"
import { emailOf, emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { openPostOffice, type PostOffice } from "@/lib/testing/post-office"
import { listMails } from "./list-mails"

let office: PostOffice

beforeAll(async () => {
  log.level = "silent"
  office = await openPostOffice()
  process.env.SMTP_URL = `smtp://127.0.0.1:${office.port}`
})

afterEach(async () => {
  await forgetJobs()
  office.delivered.length = 0
  office.attempts.length = 0
  vi.restoreAllMocks()
})

afterAll(async () => {
  closeMailTransport()
  await office.close()
})

const send = (letter: MailJob) => enqueue(db, "send_mail", letter)
const tokenIn = (text = "") => /[?&]token=([\w-]+)/.exec(text)?.[1] ?? ""
const use = (text: string | undefined) => transaction((tx) => useLink(tx, tokenIn(text), "reset_password"))

async function invite(code: string) {
  const { id: invitedBy } = await makeActor("administrator")
  const invitation = { email: `${crypto.randomUUID()}@example.test`, role: "staff", codeHash: hashCode(code) } as const
  const expiresAt = new Date("2099-02-03T12:00:00Z")
  const row = one(
    await db
      .insert(invitations)
      .values({ ...invitation, invitedBy, expiresAt })
      .returning(),
  )
  return { row, letter: { kind: "invitation", invitationId: row.id, sealedCode: seal(code) } as const }
}

describe("a letter", () => {
  test("reaches whom it is for, once, with our headers and words", async () => {
    const actor = await makeActor("customer", { name: "Amara <b>Okafor</b>" })
    await send({ kind: "reset_password", accountId: actor.id })
    await runJobs()
    expect(office.delivered).toHaveLength(1)
    const [mail] = office.delivered
    expect(mail?.to).toEqual([emailOf(actor)])
    expect(mail?.raw).toMatch(/^From: Northgate Gas <no-reply@localhost>\r$/m)
    expect(mail?.raw).toMatch(new RegExp(`^To: ${emailOf(actor)}\r$`, "m"))
    expect(mail?.raw).toMatch(/^Subject: Choose a new password\r$/m)
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(mail?.text).toMatch(/^http:\/\/localhost:3000\/reset\?token=[\w-]{43}\r$/m)
    expect(mail?.text).toContain("within 30 minutes")
    expect(mail?.text).toContain("leave the building and call 0800 111 999")
    // Whoever registers with a stranger's address would have us send the stranger what they typed.
    expect(mail?.raw).not.toContain("Amara")
    expect(await use(mail?.text)).toBe(actor.id)
    expect(await waitingJobs()).toEqual([])
  })

  test("can be traced to the request that it follows from, in its headers and in what the log says", async () => {
    const id = crypto.randomUUID()
    const warn = vi.spyOn(log, "warn")
    const seen: (string | undefined)[] = []
    warn.mockImplementation(() => void seen.push(currentRequestId()))
    const { id: accountId } = await makeActor("customer")
    await forRequest(id, () => send({ kind: "password_changed", accountId }))
    office.refuseNext("recipient", 550)
    await runJobs()
    expect(seen).toContain(id)
    await forRequest(id, () => send({ kind: "password_changed", accountId }))
    await send({ kind: "already_registered", accountId })
    await runJobs()
    const headers = office.delivered.map(({ raw }) => /^X-Request-Id: (.*)\r$/im.exec(raw)?.[1])
    expect(headers).toHaveLength(2)
    expect(headers.filter(Boolean)).toEqual([id])
  })

  test("is counted by what became of it", async () => {
    const countOf = async (outcome: string) => {
      const told = await registry.getSingleMetric("gas_mails_total")?.get()
      return told?.values.find(({ labels }) => labels.outcome === outcome)?.value ?? 0
    }
    const before = { sent: await countOf("sent"), refused: await countOf("refused"), failed: await countOf("failed") }
    const { id: accountId } = await makeActor("customer")
    for (const code of [undefined, 550, 451]) {
      if (code) office.refuseNext("recipient", code)
      await send({ kind: "password_changed", accountId })
      await runJobs()
    }
    for (const [outcome, count] of Object.entries(before)) expect(await countOf(outcome), outcome).toBe(count + 1)
  })

  test("of each kind says what it is about", async () => {
    const { id: accountId } = await makeActor("customer")
    await db.update(accounts).set({ emailVerifiedAt: null }).where(eq(accounts.id, accountId))
    for (const kind of ["verify_email", "portal_invitation", "password_changed"] as const)
      await send({ kind, accountId })
    await send({ kind: "already_registered", accountId: (await makeActor("customer")).id })
    await runJobs()
    const subjects = office.delivered.map(({ raw }) => /^Subject: (.*)\r$/m.exec(raw)?.[1]).sort()
    expect(subjects).toEqual([
      "Choose a password for your account",
      "Confirm your email address",
      "You already have an account",
      "Your password was changed",
    ])
    const events = ["enabled", "disabled", "removed", "recovery_code_used", "recovery_codes_renewed"] as const
    for (const event of events) await send({ kind: "two_factor_changed", accountId, event })
    await runJobs()
    const told = office.delivered.slice(subjects.length)
    expect(told.map(({ raw }) => /^Subject: (.*)\r$/m.exec(raw)?.[1]).sort()).toEqual([
      "A recovery code was used",
      "Two-factor authentication was removed",
      "Two-factor authentication was turned off",
      "Two-factor authentication was turned on",
      "Your recovery codes were replaced",
    ])
    for (const { text } of told) expect(text).toContain("If not, someone else may have access to your account")
    const confirming = office.delivered.find(({ raw }) => raw.includes("Confirm your"))
    expect(confirming?.text).toMatch(/^http:\/\/localhost:3000\/verify\?token=[\w-]{43}\r$/m)
    expect(confirming?.text).toContain("within 3 days")
  })

  test("that invites somebody brings the code, which nothing else tells, and no address of a link names them", async () => {
    const { row, letter } = await invite("SOME-CODE")
    expect(letter.sealedCode).not.toContain("SOME-CODE")
    await send(letter)
    await runJobs()
    const [mail] = office.delivered
    expect(mail?.to).toEqual([row.email])
    expect(mail?.text).toMatch(/^http:\/\/localhost:3000\/register\/staff\?code=SOME-CODE\r$/m)
    expect(mail?.text).toContain("until 3 February 2099")

    await db.update(invitations).set({ revokedAt: new Date() }).where(eq(invitations.id, row.id))
    await send(letter)
    await runJobs()
    expect(office.delivered).toHaveLength(1)
  })

  test("with a code that another has replaced is never sent", async () => {
    const { row, letter } = await invite("OLDER-CODE")
    await db
      .update(invitations)
      .set({ codeHash: hashCode("NEWER-CODE") })
      .where(eq(invitations.id, row.id))
    await send(letter)
    await runJobs()
    expect(office.attempts).toEqual([])
    expect(await waitingJobs()).toEqual([])
  })

  test("about an emergency that nobody has leads to it, and is dropped once somebody has", async () => {
    await emptyDatabase()
    const [customer, supervisor] = [await makeActor("customer"), await makeActor("supervisor")]
    const { id, reference } = await fileRequest(customer, requestToFile({ category: "gas_leak" }))
    await runJobs()
    const [mail] = office.delivered
    expect(mail?.to).toEqual([emailOf(supervisor)])
    expect(mail?.raw).toMatch(new RegExp(`^Subject: Emergency ${reference}: not yet acknowledged\r$`, "m"))
    expect(mail?.text).toMatch(
      new RegExp(
        `^${reference}, Gas smell or leak, 12 Mill Lane, Leeds, LS1 4AB, received \\d\\d:\\d\\d today, a minute ago: http://localhost:3000/desk/requests/${id}\r$`,
        "m",
      ),
    )
    expect(mail?.text).not.toContain("Meter display")

    const [{ at } = { at: "" }] = await db.execute<{ at: string }>(
      sql`select sent_at::text as at from emergency_notices`,
    )
    // As the release before has queued it.
    await send({ kind: "emergency_unanswered", accountId: supervisor.id, requestId: id })
    await runJobs()
    expect(office.delivered).toHaveLength(2)
    await acknowledgeRequest(supervisor, { id })
    await send({ kind: "emergency_unanswered", accountId: supervisor.id, at })
    await send({ kind: "emergency_unanswered", accountId: supervisor.id, requestId: id })
    await runJobs()
    expect(office.delivered).toHaveLength(2)
  })

  test("is dropped when its account is disabled, deleted or gone, or has nothing left to confirm", async () => {
    const disabled = await makeActor("staff", { state: "disabled" })
    const deleted = await makeActor("customer", { state: "deleted" })
    const confirmed = await makeActor("customer")
    for (const accountId of [disabled.id, deleted.id, crypto.randomUUID()])
      await send({ kind: "reset_password", accountId })
    await send({ kind: "verify_email", accountId: confirmed.id })
    await runJobs()
    expect(office.attempts).toEqual([])
    expect(await waitingJobs()).toEqual([])
  })

  test("of a transaction that is rolled back is never sent", async () => {
    const { id: accountId } = await makeActor("customer")
    const failing = transaction(async (tx) => {
      await enqueue(tx, "send_mail", { kind: "password_changed", accountId })
      throw new Error("Something else went wrong.")
    })
    await expect(failing).rejects.toThrow("Something else")
    await runJobs()
    expect(office.attempts).toEqual([])
  })
})

describe("a mail server", () => {
  test.each([
    ["recipient", 451],
    ["data", 452],
  ] as const)("that puts a mail off at the %s with %d is asked again, and its link lives", async (at, code) => {
    const { id: accountId } = await makeActor("customer")
    await send({ kind: "reset_password", accountId })
    office.refuseNext(at, code)
    await runJobs()
    expect(office.delivered).toEqual([])
    expect(await waitingJobs()).toMatchObject([{ attempts: 1, last_error: expect.stringContaining(String(code)) }])
    await runJobs()
    expect(office.delivered).toEqual([])

    await makeJobsDue()
    await runJobs()
    expect(office.delivered).toHaveLength(1)
    expect(await use(office.delivered[0]?.text)).toBe(accountId)
    expect(await waitingJobs()).toEqual([])
  })

  test.each(["recipient", "data"] as const)(
    "that refuses the %s for good is not asked again, and the log names no address",
    async (at) => {
      const said: unknown[] = []
      for (const level of ["warn", "error", "info", "debug"] as const)
        vi.spyOn(log, level).mockImplementation((...words: unknown[]) => void said.push(words))
      const actor = await makeActor("customer")
      await send({ kind: "reset_password", accountId: actor.id })
      office.refuseNext(at, 550)
      await runJobs()
      expect(await waitingJobs()).toEqual([])
      expect(office.delivered).toEqual([])
      const words = JSON.stringify(said)
      expect(words).toContain("given up")
      expect(words).toContain("550")
      expect(words).toContain(actor.id)
      expect(words).not.toContain(emailOf(actor))
    },
  )

  test("that cannot be reached is asked again, and what is kept of the failure names nobody", async () => {
    const actor = await makeActor("customer")
    const { port } = office
    closeMailTransport()
    await office.close()
    await send({ kind: "reset_password", accountId: actor.id })
    await runJobs()
    const [job] = await waitingJobs()
    expect(job).toMatchObject({ attempts: 1, last_error: expect.stringMatching(/ECONNREFUSED|ESOCKET|ECONNECTION/) })
    expect(job?.last_error).not.toContain(emailOf(actor))

    office = await openPostOffice(port)
    await makeJobsDue()
    await runJobs()
    expect(office.delivered).toHaveLength(1)
  })

  test("is never told of recipients or headers that hide in an address", async () => {
    const actor = await makeActor("customer")
    for (const hidden of ["a@example.test\r\nBcc: b@example.test", "a@example.test, b@example.test", "A <a@b.test>"]) {
      await db.update(accounts).set({ email: hidden }).where(eq(accounts.id, actor.id))
      await send({ kind: "password_changed", accountId: actor.id })
      await runJobs()
    }
    expect(office.attempts).toEqual([])
    expect(await waitingJobs()).toEqual([])
  })
})

test("a link to choose a password that was made before lives on when others ask for a newer one", async () => {
  const { id } = await makeActor("customer")
  const before = await transaction((tx) => makeLink(tx, id, "reset_password"))
  await send({ kind: "reset_password", accountId: id })
  await runJobs()
  expect(await use(before)).toBe(id)
  expect(await use(office.delivered[0]?.text)).toBe(id)
})

test("where mail is sent there is none to read, not even for administrators", async () => {
  const administrator = await makeActor("administrator")
  await expect(listMails(administrator, { limit: 20 })).rejects.toMatchObject({ code: "not_found" })
})
