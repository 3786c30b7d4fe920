import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { db } from "@/db/client"
import { mails } from "@/db/schema/records"
import type { Actor } from "@/lib/model/actor"
import { applyRetention } from "@/lib/oversight/privacy/apply-retention"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { log } from "@/lib/runtime/log"
import { makeMail } from "@/lib/testing/mails"
import { emailOf, makeActor } from "@/lib/testing/people"
import { startWorker, type Worker } from "@/lib/worker/worker"
import { getMail } from "./get-mail"
import { listMails } from "./list-mails"

let administrator: Actor
let worker: Worker

beforeAll(async () => {
  log.level = "silent"
  administrator = await makeActor("administrator")
  worker = startWorker()
})

afterAll(() => worker.stop())

test("without a mail server a letter can be read by administrators a moment later", async () => {
  const customer = await makeActor("customer")
  await enqueue(db, "send_mail", { kind: "reset_password", accountId: customer.id })
  const mailbox = () => listMails(administrator, { to: emailOf(customer), limit: 20 })
  await expect.poll(async () => (await mailbox()).items.length, { timeout: 14_000 }).toBe(1)
  const [mail] = (await mailbox()).items
  expect(mail).toMatchObject({ to: emailOf(customer), subject: "Choose a new password" })
  expect(mail?.text).toMatch(/^http:\/\/localhost:3000\/reset\?token=[\w-]{43}$/m)
  expect(await getMail(administrator, { id: mail?.id ?? "" })).toEqual(mail)
})

test("mails are listed newest first, page by page, and for one address when one is named", async () => {
  await db.delete(mails)
  const made = [await makeMail({ to: "a@b.test" }), await makeMail(), await makeMail({ to: "a@b.test" })]
  const newestFirst = made.map(({ id }) => id).reverse()
  const first = await listMails(administrator, { limit: 2 })
  const rest = await listMails(administrator, { limit: 2, after: first.next ?? undefined })
  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(newestFirst)
  expect(rest.next).toBeNull()
  const { items } = await listMails(administrator, { to: "a@b.test", limit: 20 })
  expect(items.map(({ id }) => id)).toEqual([newestFirst[0], newestFirst[2]])
})

test("a mail goes after 30 days", async () => {
  await db.delete(mails)
  const { id } = await makeMail()
  await makeMail({ createdAt: new Date(Date.now() - 31 * 24 * 3_600_000) })
  await applyRetention({ dry: false, author: { address: "a test" } })
  expect(await db.select({ id: mails.id }).from(mails).orderBy(sql`1`)).toEqual([{ id }])
})
