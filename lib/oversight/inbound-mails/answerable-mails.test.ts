import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { inboundMails } from "@/db/schema/inbound-mails"
import { deliveries } from "@/db/schema/notifications"
import { sendMessage } from "@/lib/dispatch/conversation/send-message"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import { makeNotifications } from "@/lib/oversight/notifications/make-notifications"
import { closeMailTransport } from "@/lib/platform/mail/deliver-mail"
import { getRequest } from "@/lib/requests/get-request"
import { log } from "@/lib/runtime/log"
import { mailOf } from "@/lib/testing/inbound-mails"
import { forgetJobs, makeJobsDue, runJobs } from "@/lib/testing/jobs"
import { makeKey } from "@/lib/testing/keys"
import { emailOf, emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { openPostOffice, type PostOffice } from "@/lib/testing/post-office"
import { readMail } from "./read-mail"
import { findUsedAddress, isSigned, replyAddress } from "./reply-address"
import { takeMail } from "./take-mail"

let office: PostOffice
let customer: Actor
let worker: Actor

beforeAll(async () => {
  log.level = "silent"
  office = await openPostOffice()
  process.env.SMTP_URL = `smtp://127.0.0.1:${office.port}`
  process.env.MAIL_REPLY_ADDRESS = "replies@utility.example"
})
beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  worker = await makeActor("staff")
  await makeNotifications()
  await makeNotifications()
})
afterAll(async () => {
  await forgetJobs()
  closeMailTransport()
  await office.close()
})

async function sent() {
  await makeNotifications()
  await makeJobsDue()
  await db.update(deliveries).set({ dueAt: new Date() }).where(eq(deliveries.state, "waiting"))
  await runJobs()
  return office.delivered.splice(0)
}

async function read(raw: string) {
  const mail = await readMail(Buffer.from(raw))
  if (!mail) throw new Error("The mail cannot be read.")
  return mail
}

test("an email to a customer can be answered: the whole way there and back", async () => {
  const { id, reference, version } = await fileRequest(customer, requestToFile())
  const [mail] = await sent()
  const address = replyAddress({ reference, accountId: customer.id }) ?? ""
  const { header, text } = await read(mail?.raw ?? "")
  expect([header("reply-to"), mail?.from]).toEqual([address, address])
  expect(text).toMatch(/^Please write your answer above this line\.\s+Hello,/)
  expect(text).toContain("You can answer this email.")
  expect(text).not.toContain("do not reply")
  // Their mail program quotes all of it.
  const quoted = text.split("\n").map((line) => `> ${line}`)
  const body = `The lower bell is broken.\n\nOn 29 Nov 2026, Northgate Gas wrote:\n\n${quoted.join("\n")}`
  const server = await makeKey({ scopes: ["mails:write"] })
  const answer = mailOf({ from: emailOf(customer), to: header("reply-to") ?? "", body })
  expect(await takeMail(server, answer)).toMatchObject({ outcome: "sent", requestId: id })
  expect(await sent()).toEqual([])
  await sendMessage(worker, { id, text: "We will knock." })
  expect(await sent()).toMatchObject([{ from: address }])
  const { version: now } = await getRequest(worker, { id })
  expect(now).toBeGreaterThan(version)
})

test("what we say about danger ourselves is no danger that somebody tells us", async () => {
  const { reference } = await fileRequest(customer, requestToFile({ category: "gas_leak", safetyCheck: "none" }))
  const mails = await sent()
  const to = replyAddress({ reference, accountId: customer.id }) ?? ""
  const server = await makeKey({ scopes: ["mails:write"] })
  const take = (body: string) => takeMail(server, mailOf({ from: emailOf(customer), to, body }))
  for (const mail of mails) {
    const { text } = await read(mail.raw)
    const quoted = text.split("\n").map((line) => `> ${line}`)
    for (const body of [quoted.join("\n"), text, `Thanks.\n\n${text.split("Hello,")[1]}`]) await take(body)
  }
  await take("> If you smell gas, leave\n> the building and call 0800 111 999, day or\n> night.")
  const kept = await db.select({ danger: inboundMails.danger, text: inboundMails.text }).from(inboundMails)
  expect(kept.length).toBeGreaterThan(3)
  expect(kept.filter(({ danger }) => danger)).toEqual([])
  await take("> If you smell gas, leave the building and call 0800 111 999, day or night.\n> I smell gas in the hall")
  expect((await db.select().from(inboundMails).where(eq(inboundMails.danger, true))).length).toBe(1)
})

test("about a resolved request it says how it is reopened, and about what is over it takes none", async () => {
  const { id } = await fileRequest(customer, requestToFile())
  await sent()
  const move = async (to: "in_progress" | "resolved" | "cancelled", more = {}) => {
    const { version } = await getRequest(worker, { id })
    await moveRequest(worker, { id, to, version, ...more })
  }
  await move("in_progress")
  await move("resolved")
  const [resolved] = await sent()
  expect((await read(resolved?.raw ?? "")).text).toContain("To reopen it, use the request’s page.")
  await move("in_progress", { note: "We come again" })
  await move("cancelled", { note: "Moved house" })
  const mails = await sent()
  const over = await read(mails.at(-1)?.raw ?? "")
  expect(over.header("reply-to")).toBeUndefined()
  expect(over.text).toContain("Please do not reply.")
})

test("an address is good for one customer and request, and in any case of letters", () => {
  const meant = { reference: "GR-7K3M-9Q2F", accountId: customer.id }
  const address = replyAddress(meant) ?? ""
  expect(address).toMatch(/^replies\+gr7k3m9q2f-[a-z2-7]{26}@utility\.example$/)
  const used = findUsedAddress(["other@b.example", address])
  expect(used && isSigned(used, customer.id)).toBe(true)
  expect(used && isSigned(used, worker.id)).toBe(false)
  const other = findUsedAddress([address.replace("gr7k3m9q2f", "gr7k3m9q2g")])
  expect(other && isSigned(other, customer.id)).toBe(false)
  for (const bad of [
    "",
    "replies@utility.example",
    address.replace("@", "@x."),
    address.slice(0, -1),
    `${address}.evil`,
    address.replace("-", ""),
  ])
    expect(findUsedAddress([bad])).toBeUndefined()
})
