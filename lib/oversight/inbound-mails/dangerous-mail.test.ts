import { asc, eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { inboundMails } from "@/db/schema/inbound-mails"
import { deliveries, notifications } from "@/db/schema/notifications"
import { mails } from "@/db/schema/records"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { listNotifications } from "@/lib/oversight/notifications/list-notifications"
import { erasePerson } from "@/lib/oversight/privacy/erase-person"
import { RETENTION_RULES } from "@/lib/oversight/privacy/retention-rules"
import { changeMessages } from "@/lib/requests/live/messages"
import { readChanges } from "@/lib/requests/live/read-changes"
import { mailOf } from "@/lib/testing/inbound-mails"
import { forgetJobs, runJobs } from "@/lib/testing/jobs"
import { type KeyHolder, makeKey } from "@/lib/testing/keys"
import { emailOf, emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { dropMail } from "./drop-mail"
import { fileMail } from "./file-mail"
import { countDangerousMails, listKeptMails } from "./list-kept-mails"
import { takeMail } from "./take-mail"

let server: KeyHolder
let onDuty: Actor
let away: Actor
let worker: Actor

beforeEach(async () => {
  await emptyDatabase()
  await db.delete(inboundMails)
  await db.delete(mails)
  onDuty = await makeActor("supervisor", { available: true })
  away = await makeActor("supervisor")
  worker = await makeActor("staff")
  server = await makeKey({ scopes: ["mails:write"] })
  await forgetJobs()
})
afterEach(forgetJobs)

const danger = () => mailOf({ body: "It smells of gas in the hall now." })
const told = () => db.select().from(notifications).orderBy(asc(notifications.id))

test("an email of a stranger that may report a danger is told to supervisors on duty immediately, once however often it comes", async () => {
  const raw = danger()
  const { id } = await takeMail(server, raw)
  await takeMail(server, raw)
  expect(await told()).toMatchObject([
    { accountId: onDuty.id, mailId: id, eventId: null, requestId: null, notice: "dangerous_email", readAt: null },
  ])
  const { items, unread } = await listNotifications(onDuty, { limit: 20 })
  expect(items).toMatchObject([{ text: "An email may report a danger", requestId: null, reference: null }])
  expect(unread).toBe(1)
  expect(await listNotifications(away, { limit: 20 })).toMatchObject({ items: [], unread: 0 })
  expect(await listNotifications(worker, { limit: 20 })).toMatchObject({ items: [], unread: 0 })
  await runJobs()
  const sent = await db.select().from(mails)
  expect(sent).toMatchObject([{ to: await emailOf(onDuty), subject: "An email may report a danger: read it now" }])
  expect(sent[0]?.text).toContain("/desk/team/emails")
  // Nothing that it says leaves by email.
  expect(sent[0]?.text).not.toContain("hall")
  expect(await db.select().from(deliveries)).toMatchObject([{ mailId: id, channel: "mail", state: "sent" }])
})

test("when nobody is on duty all supervisors are told", async () => {
  await db.update(staff).set({ available: false }).where(eq(staff.accountId, onDuty.id))
  await takeMail(server, danger())
  expect((await told()).map(({ accountId }) => accountId).sort()).toEqual([onDuty.id, away.id].sort())
})

test("an email that reports nothing is told to nobody", async () => {
  await takeMail(server, mailOf({ body: "The key is with the neighbour." }))
  expect(await told()).toEqual([])
})

test("once somebody has dropped it or added it to a request, nobody has to read it, and nothing is sent", async () => {
  const dropped = await takeMail(server, danger())
  const filed = await takeMail(server, danger())
  const { reference } = await fileRequest(await makeActor("customer"), requestToFile())
  expect(await countDangerousMails()).toBe(2)
  await dropMail(away, { id: dropped.id })
  await fileMail(away, { id: filed.id, reference })
  expect(await countDangerousMails()).toBe(0)
  expect((await told()).map(({ readAt }) => readAt !== null)).toEqual([true, true])
  await runJobs()
  expect((await db.select().from(mails)).filter(({ subject }) => subject.includes("danger"))).toEqual([])
})

test("an open page hears of it, and of its end", async () => {
  const before = await readChanges(undefined)
  const { id } = await takeMail(server, danger())
  const after = await readChanges(before.snapshot)
  expect(after.bells).toEqual([{ accountId: onDuty.id, unread: 1, email: true }])
  await dropMail(away, { id })
  expect((await readChanges(after.snapshot)).bells).toEqual([{ accountId: onDuty.id, unread: 0, email: true }])
  expect((await readChanges((await readChanges(undefined)).snapshot)).bells).toEqual([])
})

test("whoever may read such emails hears of it, also who was told of none, and nobody else", async () => {
  const administrator = await makeActor("administrator")
  const before = await readChanges(undefined)
  await takeMail(server, danger())
  const fed = await readChanges(before.snapshot)
  const heard = async (actor: Actor) => {
    const replayed = await readChanges(before.snapshot, undefined, actor.id)
    return [fed, replayed].map((written) => changeMessages(actor, written).match(/event: bell\ndata: (.*)/)?.[1])
  }
  const both = (data: string | undefined) => [data, data]
  expect(await heard(onDuty)).toEqual(both('{"unread":1,"email":true}'))
  expect(await heard(away)).toEqual(both('{"email":true}'))
  expect(await heard(administrator)).toEqual(both('{"email":true}'))
  expect(await heard(worker)).toEqual(both(undefined))
})

test("nobody has to read of one that is too old, or that is erased with its customer", async () => {
  const old = await takeMail(server, danger())
  const customer = await makeActor("customer")
  const theirs = await takeMail(server, danger())
  await takeMail(server, danger())
  await db.update(inboundMails).set({ accountId: customer.id }).where(eq(inboundMails.id, theirs.id))
  const unread = async () => (await told()).filter(({ readAt }) => readAt === null).length
  const before = await readChanges(undefined)
  await db.transaction((tx) => erasePerson(tx, { id: customer.id, email: "gone@example.test", unknownPassword: "x" }))
  expect(await unread()).toBe(2)
  expect((await readChanges(before.snapshot)).bells).toEqual([{ accountId: onDuty.id, unread: 2, email: true }])
  await db.update(inboundMails).set({ createdAt: sql`now() - interval '31 days'` }).where(eq(inboundMails.id, old.id))
  const rule = RETENTION_RULES.find(({ name }) => name === "inbound_mails")
  for await (const _ of rule?.apply("30 days", false) ?? []);
  expect(await unread()).toBe(1)
})

test("those that may report a danger are listed alone", async () => {
  await takeMail(server, mailOf({ body: "The key is with the neighbour." }))
  const { id } = await takeMail(server, danger())
  expect((await listKeptMails(onDuty, { limit: 20, only: "danger" })).items.map((it) => it.id)).toEqual([id])
})
