import { and, eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { bouncedAddresses, inboundMails } from "@/db/schema/inbound-mails"
import { auditEntries } from "@/db/schema/records"
import { attachments, requestEvents } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { markEmailVerified } from "@/lib/identity/verification/mark-email-verified"
import type { Actor } from "@/lib/model/actor"
import { erasePerson } from "@/lib/oversight/privacy/erase-person"
import { emailsOf } from "@/lib/oversight/privacy/personal-records"
import { RETENTION_RULES } from "@/lib/oversight/privacy/retention-rules"
import { getRequest } from "@/lib/requests/get-request"
import { keepMail, mailOf, mailParts, PNG } from "@/lib/testing/inbound-mails"
import { emailOf, emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { dropMail } from "./drop-mail"
import { fileMail } from "./file-mail"
import { countDangerousMails, countKeptMails, listKeptMails } from "./list-kept-mails"

let customer: Actor
let worker: Actor
let supervisor: Actor
let request: { id: string; reference: string }

beforeEach(async () => {
  await emptyDatabase()
  await db.delete(inboundMails)
  customer = await makeActor("customer")
  worker = await makeActor("staff")
  supervisor = await makeActor("supervisor")
  request = await fileRequest(customer, requestToFile())
})

const messages = () =>
  db
    .select()
    .from(requestEvents)
    .where(and(eq(requestEvents.kind, "messaged"), eq(requestEvents.requestId, request.id)))
const audited = async () =>
  (await db.select().from(auditEntries).where(eq(auditEntries.actorId, supervisor.id))).map(({ action }) => action)

describe("an email that waits for a supervisor", () => {
  test("becomes a message of the request's customer, with its files, once", async () => {
    const raw = mailOf(mailParts([{ type: "image/png; name=meter.png", body: PNG }])).toString("base64")
    const { id } = await keepMail({ raw, files: ["meter.png"] })
    const tries = await Promise.allSettled(
      Array.from({ length: 3 }, () => fileMail(supervisor, { id, reference: request.reference.toLowerCase() })),
    )
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const [message, ...others] = await messages()
    expect(others).toEqual([])
    expect(message).toMatchObject({ actorId: customer.id, data: { from: "customer", channel: "email" } })
    expect(await db.select().from(attachments)).toMatchObject([{ name: "meter.png", messageId: message?.id }])
    expect(await db.select().from(inboundMails)).toMatchObject([
      { outcome: "sent", text: null, raw: null, sender: null, requestId: request.id, accountId: customer.id },
    ])
    expect(await audited()).toContain("mail.filed")
    expect((await listKeptMails(supervisor, { limit: 10 })).items).toEqual([])
  })

  test("that is longer than a message goes whole as a file", async () => {
    const { id } = await keepMail({ reason: "too_long", text: "word ".repeat(1500).trim() })
    await fileMail(supervisor, { id, reference: request.reference })
    const [message] = await messages()
    expect(message?.data).toMatchObject({ message: expect.stringMatching(/^.{4999}…$/) })
    expect(await db.select().from(attachments)).toMatchObject([{ name: "email.txt", bytes: 7499 }])
  })

  test("about a resolved request asks whether it is fixed, and one about a closed request stays", async () => {
    const { id } = await keepMail()
    const move = async (to: "in_progress" | "resolved" | "cancelled", note?: string) => {
      const { version } = await getRequest(worker, { id: request.id })
      await moveRequest(worker, { id: request.id, to, version, ...(note && { note }) })
    }
    await move("in_progress")
    await move("resolved")
    await expect(fileMail(supervisor, { id, reference: request.reference })).rejects.toMatchObject({ code: "invalid" })
    await fileMail(supervisor, { id, reference: request.reference, notFixed: true })
    expect((await getRequest(worker, { id: request.id })).status).toBe("in_progress")
    const { id: second } = await keepMail()
    await move("cancelled", "Moved house")
    await expect(fileMail(supervisor, { id: second, reference: request.reference })).rejects.toMatchObject({
      code: "conflict",
    })
    expect([await countKeptMails(), await countDangerousMails()]).toEqual([1, 0])
  })

  test("that is nothing but a file waits on where the file cannot be added, and becomes part of another request", async () => {
    const raw = mailOf(mailParts([{ type: "image/png; name=meter.png", body: PNG }])).toString("base64")
    const { id } = await keepMail({ raw, files: ["meter.png"], text: "" })
    const other = await fileRequest(customer, requestToFile())
    await moveRequest(worker, { id: request.id, to: "cancelled", note: "Moved house", version: 1 })
    const tried = fileMail(supervisor, { id, reference: request.reference })
    await expect(tried).rejects.toMatchObject({ code: "conflict" })
    expect([await countKeptMails(), await countDangerousMails()]).toEqual([1, 0])
    await fileMail(supervisor, { id, reference: other.reference })
    expect(await db.select().from(attachments)).toMatchObject([{ name: "meter.png", requestId: other.id }])
    expect(await db.select().from(inboundMails)).toMatchObject([{ outcome: "sent", raw: null }])
  })

  test.each(["GR-9999-9999", "nonsense", "00000000-0000-0000-0000-000000000000"])(
    "goes to no request: %s",
    async (reference) => {
      const { id } = await keepMail()
      await expect(fileMail(supervisor, { id, reference })).rejects.toMatchObject({ code: "invalid" })
    },
  )

  test("is dropped without a trace of what it says, by supervisors only", async () => {
    const { id } = await keepMail({ danger: true })
    expect([await countKeptMails(), await countDangerousMails()]).toEqual([1, 1])
    for (const actor of [customer, worker]) {
      await expect(dropMail(actor, { id })).rejects.toMatchObject({ code: "not_found" })
      await expect(fileMail(actor, { id, reference: request.reference })).rejects.toMatchObject({ code: "not_found" })
      await expect(listKeptMails(actor, { limit: 10 })).rejects.toMatchObject({ code: "forbidden" })
    }
    await dropMail(supervisor, { id })
    expect(await db.select().from(inboundMails)).toMatchObject([
      { outcome: "dropped", text: null, sender: null, subject: null },
    ])
    await expect(dropMail(supervisor, { id })).rejects.toMatchObject({ code: "not_found" })
    expect(await audited()).toContain("mail.dropped")
  })

  test("goes when its time is over, and with its customer, whoever wrote it", async () => {
    const old = await keepMail({ createdAt: new Date(Date.now() - 31 * 86_400_000) })
    const rule = RETENTION_RULES.find(({ name }) => name === "inbound_mails")
    for await (const _ of rule?.apply("30 days", false) ?? []);
    expect(await db.select().from(inboundMails).where(eq(inboundMails.id, old.id))).toEqual([])
    await keepMail({ accountId: customer.id })
    await keepMail({ sender: emailOf(customer).toUpperCase() })
    await keepMail({ requestId: request.id })
    const stays = await keepMail()
    await db.insert(bouncedAddresses).values({ accountId: customer.id, email: emailOf(customer), status: "5.1.1" })
    expect(await emailsOf(customer.id)).toMatchObject({
      kept: [{ text: "I am at home on Thursday." }],
      returned: { status: "5.1.1" },
    })
    await db.transaction((tx) => erasePerson(tx, { id: customer.id, email: emailOf(customer), unknownPassword: "x" }))
    expect((await db.select().from(inboundMails)).map(({ id }) => id)).toEqual([stays.id])
    expect(await db.select().from(bouncedAddresses)).toEqual([])
    await expect(keepMail({ accountId: customer.id })).rejects.toThrow()
  })
})

test("a link from an email shows that the address works", async () => {
  await db.insert(bouncedAddresses).values({ accountId: customer.id, email: emailOf(customer), status: "5.1.1" })
  await db.transaction((tx) => markEmailVerified(tx, customer.id))
  expect(await db.select().from(bouncedAddresses)).toEqual([])
})
