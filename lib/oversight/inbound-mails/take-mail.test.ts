import { asc, eq, sql } from "drizzle-orm"
import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { dangerChecks } from "@/db/schema/dispatch"
import { bouncedAddresses, inboundMails } from "@/db/schema/inbound-mails"
import { attachments, requestEvents, serviceRequests } from "@/db/schema/requests"
import { attachToRequest } from "@/lib/dispatch/attach-to-request"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { getCustomer } from "@/lib/identity/customers/get-customer"
import type { Actor } from "@/lib/model/actor"
import type { Status } from "@/lib/model/status"
import { getRequest } from "@/lib/requests/get-request"
import { env } from "@/lib/runtime/env"
import { answerTo, mailOf, mailParts, PNG } from "@/lib/testing/inbound-mails"
import { type KeyHolder, makeKey } from "@/lib/testing/keys"
import { emailOf, emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { replyAddress } from "./reply-address"
import { takeMail } from "./take-mail"

let customer: Actor
let worker: Actor
let server: KeyHolder
let request: { id: string; reference: string }

beforeAll(() => {
  process.env.MAIL_REPLY_ADDRESS = "replies@utility.example"
})
beforeEach(async () => {
  await emptyDatabase()
  await db.delete(inboundMails)
  customer = await makeActor("customer")
  worker = await makeActor("staff")
  server = await makeKey({ scopes: ["mails:write"] })
  request = await fileRequest(customer, requestToFile())
})

const take = (raw: Buffer) => takeMail(server, raw)
const messages = () =>
  db
    .select()
    .from(requestEvents)
    .where(sql`kind = 'messaged' and request_id = ${request.id}`)
    .orderBy(asc(requestEvents.id))
const wordsThere = async () => (await messages()).map(({ data }) => (data as { message: string }).message)
const rows = () => db.select().from(inboundMails).orderBy(asc(inboundMails.id))

async function move(to: Status, more: Record<string, unknown> = {}): Promise<void> {
  const { version } = await getRequest(worker, { id: request.id })
  await moveRequest(worker, { id: request.id, to, version, ...more })
}

describe("an answer", () => {
  test("becomes a message of its customer, once however often it is delivered", async () => {
    const raw = answerTo(request, customer)
    const taken = await take(raw)
    expect(taken).toMatchObject({ outcome: "sent", reason: null, requestId: request.id })
    expect(await Promise.all([take(raw), take(raw), take(raw)])).toEqual([taken, taken, taken])
    expect(await messages()).toMatchObject([
      {
        actorId: customer.id,
        apiKeyId: null,
        address: "email",
        data: { message: "I am at home on Thursday.", from: "customer", channel: "email" },
      },
    ])
    // Nothing that it says is kept twice.
    expect(await rows()).toMatchObject([{ text: null, subject: null, sender: null, raw: null }])
  })

  test("delivered many times at once is one message", async () => {
    const raw = answerTo(
      request,
      customer,
      mailParts([
        { type: "text/plain", body: "Here" },
        { type: "image/png; name=a.png", body: PNG },
      ]),
    )
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => take(raw)))
    // Whoever comes while the first is at it is told to come again.
    const others = tries.flatMap((it) => (it.status === "rejected" ? [it.reason.code] : []))
    expect(new Set([...others, "unavailable"])).toEqual(new Set(["unavailable"]))
    expect(await take(raw)).toMatchObject({ outcome: "sent" })
    expect(await db.select().from(attachments)).toHaveLength(1)
    expect(await wordsThere()).toEqual(["Here"])
  })

  test("resumes a request that is on hold for them, as one that was typed does", async () => {
    await move("in_progress")
    await move("on_hold", { waitingFor: "customer" })
    await take(answerTo(request, customer))
    expect((await getRequest(customer, request)).status).toBe("in_progress")
  })

  test("about a resolved request does not reopen it, and about a closed one is kept", async () => {
    await move("in_progress")
    await move("resolved")
    expect(await take(answerTo(request, customer, { body: "Thank you, all good!" }))).toMatchObject({ outcome: "sent" })
    expect((await getRequest(customer, request)).status).toBe("resolved")
    expect(await wordsThere()).toEqual(["Thank you, all good!"])
    await move("in_progress", { note: "Once more" })
    await move("cancelled", { note: "Moved house" })
    expect(await take(answerTo(request, customer))).toMatchObject({ outcome: "kept", reason: "ended" })
  })

  test("about a resolved request reopens it when it tells of a danger", async () => {
    await move("in_progress")
    await move("resolved")
    const danger = answerTo(request, customer, { body: "It smells of gas in the kitchen now." })
    expect(await take(danger)).toMatchObject({ outcome: "sent" })
    expect((await getRequest(customer, request)).status).toBe("in_progress")
    expect(await db.select().from(dangerChecks).where(eq(dangerChecks.requestId, request.id))).toHaveLength(1)
  })

  test("that tells of a danger is put before staff on duty", async () => {
    await take(answerTo(request, customer, { body: "The whole hall smells of gas since this morning." }))
    expect(await db.select().from(dangerChecks).where(eq(dangerChecks.requestId, request.id))).toHaveLength(1)
  })

  test("is subject to the limit of an hour, and then kept", async () => {
    const taken = []
    for (let i = 0; i < 61; i++) taken.push(await take(answerTo(request, customer, { body: `Words ${i}` })))
    expect(taken.filter(({ outcome }) => outcome === "sent")).toHaveLength(60)
    expect(taken.at(-1)).toMatchObject({ outcome: "kept", reason: "too_many" })
  })

  test("brings its files, and those that are refused are named for a supervisor", async () => {
    const parts = mailParts([
      { type: "text/plain; charset=utf-8", body: "Two files" },
      { type: "image/png; name=meter.png", body: PNG },
      { type: "application/x-msdownload; name=run.exe", body: Buffer.from("4d5a9000", "hex") },
    ])
    const raw = answerTo(request, customer, parts)
    expect(await take(raw)).toMatchObject({ outcome: "kept", reason: "files" })
    const [message] = await messages()
    expect(await db.select().from(attachments)).toMatchObject([
      { name: "meter.png", messageId: message?.id, uploadedBy: customer.id },
    ])
    expect(await rows()).toMatchObject([{ files: ["run.exe"], unfinished: false }])
    await take(raw)
    expect(await db.select().from(attachments)).toHaveLength(1)
  })

  test("is taken without files when the utility has no more room for any, and says so", async () => {
    env().UPLOAD_GB_IN_ALL = 0.000001
    const parts = mailParts([
      { type: "text/plain; charset=utf-8", body: "A photo" },
      { type: "image/png; name=meter.png", body: Buffer.concat([PNG, Buffer.alloc(2000)]) },
    ])
    try {
      expect(await take(answerTo(request, customer, parts))).toMatchObject({ outcome: "kept", reason: "files" })
    } finally {
      env().UPLOAD_GB_IN_ALL = undefined
    }
    expect(await rows()).toMatchObject([{ files: ["meter.png"], unfinished: false }])
    expect(await messages()).toHaveLength(1)
  })

  test("that was broken off after its message gets its files when it is delivered again", async () => {
    const raw = answerTo(
      request,
      customer,
      mailParts([
        { type: "text/plain", body: "A file" },
        { type: "image/png; name=a.png", body: PNG },
      ]),
    )
    await take(raw)
    await db.update(attachments).set({ messageId: null })
    await db.update(inboundMails).set({ unfinished: true })
    await expect(take(raw)).rejects.toMatchObject({ code: "unavailable" })
    const before = sql`now() - interval '5 minutes'`
    await db.update(attachments).set({ createdAt: sql`now() - interval '4 minutes'` })
    await db.update(inboundMails).set({ createdAt: before })
    await take(raw)
    const [message] = await messages()
    expect(await db.select().from(attachments)).toMatchObject([{ messageId: message?.id }])
    expect(await messages()).toHaveLength(1)
  })

  test("of a photo alone attaches it", async () => {
    const raw = answerTo(request, customer, mailParts([{ type: "image/png; name=meter.png", body: PNG }]))
    expect(await take(raw)).toMatchObject({ outcome: "sent" })
    expect(await messages()).toEqual([])
    expect(await db.select().from(attachments)).toHaveLength(1)
  })

  test("in letters of any case, to any of several addresses, is taken", async () => {
    const to = replyAddress({ reference: request.reference, accountId: customer.id }) ?? ""
    expect(to.split("@")[0]?.length).toBeLessThanOrEqual(64)
    const shouted = answerTo(request, customer, { to: `Somebody <a@b.example>, "Replies" <${to.toUpperCase()}>` })
    expect(await take(shouted)).toMatchObject({ outcome: "sent" })
    const piped = answerTo(request, customer, { to: "undisclosed-recipients:;", headers: { "Delivered-To": to } })
    expect(await take(piped)).toMatchObject({ outcome: "sent" })
    const from = `<${emailOf(customer).toUpperCase()}>`
    expect(await take(answerTo(request, customer, { from }))).toMatchObject({ outcome: "sent" })
  })

  test("says what it says, and no header of it reaches anything", async () => {
    const body =
      "Bcc: x@y.example\r\nSubject: hacked\r\n\r\n<script>alert(1)</script> \u0000 '; drop table accounts; --"
    await take(answerTo(request, customer, { headers: { Subject: "=?utf-8?Q?a=0D=0ABcc:_x@y.example?=" }, body }))
    expect((await wordsThere())[0]).toBe(
      "Bcc: x@y.example\nSubject: hacked\n\n<script>alert(1)</script>   '; drop table accounts; --",
    )
  })
})

describe("kept for a supervisor", () => {
  const token = (of = customer) => replyAddress({ reference: request.reference, accountId: of.id }) ?? ""
  test.each([
    ["sender", () => answerTo(request, customer, { from: "mallory@example.test" })],
    ["sender", () => answerTo(request, customer, { from: `${emailOf(customer)}, mallory@example.test` })],
    ["sender", () => answerTo(request, customer, { from: emailOf(customer).replace(".", "\u0001.") })],
    ["sender", () => answerTo(request, customer, { from: `"${emailOf(customer)}" <mallory@example.test>` })],
    ["unknown_address", () => answerTo(request, customer, { to: "replies@utility.example" })],
    ["unknown_address", () => answerTo(request, customer, { to: token().replace(/-[^@]*/, `-${"a".repeat(26)}`) })],
    [
      "unknown_address",
      () => answerTo(request, customer, { to: token().replace("utility.example", "utility.example.evil.example") }),
    ],
    ["unknown_address", () => answerTo(request, customer, { to: token(worker) })],
    ["empty", () => answerTo(request, customer, { body: "On 29/11/2026 10:00, Northgate Gas wrote:\n> Hello" })],
    ["too_long", () => answerTo(request, customer, { body: "word ".repeat(1001) })],
    ["unreadable", () => Buffer.from("\u0000\u0001: x\r\n\r\nwords")],
    ["bounce", () => answerTo(request, customer, { from: "MAILER-DAEMON@mx.example", body: "Sorry." })],
  ])("%s", async (reason, raw) => {
    expect(await take(raw())).toMatchObject({ outcome: "kept", reason })
    expect(await messages()).toEqual([])
  })

  test("nobody fills the database: only what came to an address that we made is kept with its files", async () => {
    const parts = mailParts([{ type: "image/png; name=a.png", body: PNG }])
    await take(answerTo(request, customer, { ...parts, from: "mallory@example.test" }))
    await take(answerTo(request, customer, { ...parts, to: "replies+x@utility.example" }))
    expect((await rows()).map(({ raw }) => raw !== null)).toEqual([true, false])
  })

  test("what may tell of a danger is marked", async () => {
    await take(answerTo(request, customer, { from: "mallory@example.test", body: "It smells of gas in the hall now." }))
    expect(await rows()).toMatchObject([{ danger: true }])
  })

  test("about a request that is gone", async () => {
    const raw = answerTo(request, customer)
    await deleteRequest(customer, request)
    expect(await take(raw)).toMatchObject({ outcome: "kept", reason: "request_gone", requestId: null })
  })

  test("of somebody whose account is closed to them", async () => {
    await db.update(accounts).set({ state: "disabled" }).where(eq(accounts.id, customer.id))
    expect(await take(answerTo(request, customer))).toMatchObject({ outcome: "kept", reason: "request_gone" })
  })
})

describe("dropped", () => {
  test.each([
    ["automatic", { "Auto-Submitted": "auto-replied" }],
    ["automatic", { "Auto-Submitted": "auto-replied; owner-email=a@b.example" }],
    ["automatic", { Precedence: "auto_reply" }],
    ["automatic", { "X-Autoreply": "yes" }],
    ["automatic", { Subject: "Automatic reply: Your request" }],
    ["automatic", { "Return-Path": "<>" }],
    ["list", { Precedence: "bulk" }],
    ["list", { "List-Id": "<news.example.test>" }],
  ])("%s: %j", async (reason, headers) => {
    const raw = answerTo(request, customer, { headers: headers as unknown as Record<string, string> })
    expect(await take(raw)).toMatchObject({ outcome: "dropped", reason })
    expect(await rows()).toMatchObject([{ text: null, sender: null, raw: null }])
  })

  test("our own, which would go round for ever", async () => {
    const from = replyAddress({ reference: request.reference, accountId: customer.id })
    expect(await take(answerTo(request, customer, { from }))).toMatchObject({ outcome: "dropped", reason: "own" })
    expect(await take(answerTo(request, customer, { from: "no-reply@localhost" }))).toMatchObject({ reason: "own" })
  })

  test("a person's own mail is none of these", async () => {
    const headers = { "Auto-Submitted": "no", Precedence: "normal", "Return-Path": `<${emailOf(customer)}>` }
    expect(await take(answerTo(request, customer, { headers }))).toMatchObject({ outcome: "sent" })
  })
})

describe("a delivery report", () => {
  const report = (fields: string, to = replyAddress({ reference: request.reference, accountId: customer.id }) ?? "") =>
    mailOf({
      from: "MAILER-DAEMON@mx.example",
      to,
      ...withHeaders(
        mailParts(
          [
            { type: "text/plain", body: "I could not deliver it." },
            { type: "message/delivery-status", body: `Reporting-MTA: dns; mx.example\r\n\r\n${fields}\r\n` },
            { type: "message/rfc822", body: "Subject: Your request\r\n\r\nHello" },
          ],
          "multipart/report; report-type=delivery-status",
        ),
      ),
    })
  const withHeaders = ({ headers, body }: ReturnType<typeof mailParts>) => ({
    headers: { ...headers, "Auto-Submitted": "auto-replied", "Return-Path": "<>" },
    body,
  })
  const failed = (email = emailOf(customer)) =>
    `Final-Recipient: rfc822; ${email}\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1\r\n no such user`
  const markedAt = async () => (await getCustomer(worker, { id: customer.id })).mailFailedAt
  const notes = () =>
    db.select().from(requestEvents).where(sql`kind = 'noted_internally' and request_id = ${request.id}`)

  test("marks the address and tells staff, once", async () => {
    expect(await markedAt()).toBeNull()
    expect(await take(report(failed()))).toMatchObject({ outcome: "bounced", requestId: request.id })
    expect(await markedAt()).toBeInstanceOf(Date)
    await take(report(failed().toUpperCase()))
    expect(await notes()).toMatchObject([{ actorId: null, visibleToCustomer: false }])
  })

  test("counts no more once the address is changed, or an email comes from it", async () => {
    await take(report(failed()))
    await db.update(accounts).set({ email: "new@example.test" }).where(eq(accounts.id, customer.id))
    expect(await markedAt()).toBeNull()
    await db
      .update(accounts)
      .set({ email: emailOf(customer) })
      .where(eq(accounts.id, customer.id))
    expect(await markedAt()).not.toBeNull()
    await take(answerTo(request, customer))
    expect(await markedAt()).toBeNull()
  })

  test("of a delay, about another address, or to an address that we have not made marks nothing", async () => {
    const delayed = `Final-Recipient: rfc822; ${emailOf(customer)}\r\nAction: delayed\r\nStatus: 4.4.1`
    expect(await take(report(delayed))).toMatchObject({ outcome: "dropped", reason: "delayed" })
    expect(await take(report(failed("other@example.test")))).toMatchObject({ outcome: "kept", reason: "bounce" })
    expect(await take(report(failed(), "replies@utility.example"))).toMatchObject({ outcome: "kept", reason: "bounce" })
    expect(await take(report("nonsense"))).toMatchObject({ outcome: "kept", reason: "bounce" })
    expect(await db.select().from(bouncedAddresses)).toEqual([])
  })
})

test("a key with another scope, and people, hand nothing over", async () => {
  for (const actor of [
    await makeKey({ scopes: ["requests:write"] }),
    customer,
    worker,
    await makeActor("administrator"),
  ])
    await expect(takeMail(actor, answerTo(request, customer))).rejects.toMatchObject({ code: "forbidden" })
  expect(await db.$count(serviceRequests)).toBe(1)
})

test("an answer below what it quotes, or that begins as quotes do, is kept whole, and its danger is seen", async () => {
  const body = "On 29/11/2026 10:00, your fitter wrote:\nHe would come back. Now I smell gas in the hall."
  expect(await take(answerTo(request, customer, { body }))).toMatchObject({ outcome: "kept" })
  expect(await rows()).toMatchObject([{ reason: "empty", text: expect.stringContaining("smell gas"), danger: true }])
})

test("what a customer has attached on the page does not go with an email, and names of files hold", async () => {
  await attachToRequest(customer, { id: request.id }, (take) => take("own.png", once(PNG)))
  const parts = mailParts([
    { type: "text/plain", body: "Here it is." },
    { type: "image/png", headers: { "Content-Disposition": "attachment; filename*=utf-8''a%00b.png" }, body: PNG },
  ])
  const raw = answerTo(request, customer, parts)
  expect(await take(raw)).toMatchObject({ outcome: "sent" })
  const files = await db.select({ name: attachments.name, messageId: attachments.messageId }).from(attachments)
  expect(files).toContainEqual({ name: "own.png", messageId: null })
  expect(files).toContainEqual({ name: "ab.png", messageId: expect.any(Number) })
})

async function* once(content: Uint8Array) {
  yield content
}
