import { asc, eq, sql } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { GET, POST } from "@/app/api/unsubscribe/route"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { deliveries, notifications } from "@/db/schema/notifications"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { addDetails } from "@/lib/dispatch/conversation/add-details"
import { sendMessage } from "@/lib/dispatch/conversation/send-message"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import type { Status } from "@/lib/model/status"
import { getSettings } from "@/lib/oversight/settings/get-settings"
import { closeMailTransport } from "@/lib/platform/mail/deliver-mail"
import { getRequest } from "@/lib/requests/get-request"
import { log } from "@/lib/runtime/log"
import { forgetJobs, makeJobsDue, runJobs, waitingJobs } from "@/lib/testing/jobs"
import { emailOf, emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { openPostOffice, type PostOffice } from "@/lib/testing/post-office"
import { makeNotifications } from "./make-notifications"
import { editPreferences } from "./preferences"
import { readNotifications } from "./read-notifications"
import { setMessage } from "./set-message"

let office: PostOffice
let customer: Actor
let worker: Actor

beforeAll(async () => {
  log.level = "silent"
  office = await openPostOffice()
  process.env.SMTP_URL = `smtp://127.0.0.1:${office.port}`
})
beforeEach(async () => {
  await emptyDatabase()
  await db.execute(sql`delete from settings`)
  customer = await makeActor("customer")
  worker = await makeActor("staff", { name: "Grace Lindqvist" })
  await makeNotifications()
  await makeNotifications()
})
afterEach(async () => {
  await forgetJobs()
  office.delivered.length = 0
})
afterAll(async () => {
  closeMailTransport()
  await office.close()
})

/** Two minutes and any quiet hours are over, and the emails about what happened are sent. */
async function sendAll() {
  await makeNotifications()
  await makeJobsDue()
  await db.update(deliveries).set({ dueAt: new Date() }).where(eq(deliveries.state, "waiting"))
  await runJobs()
  const sent = office.delivered.map(({ to, raw }) => ({ to: to[0], ...read(raw) }))
  office.delivered.length = 0
  return sent
}

/** A mail of two parts as a mail program reads it. */
function read(raw: string) {
  const [head = ""] = raw.split("\r\n\r\n")
  const unfolded = head.replace(/\r\n[ \t]+/g, " ")
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(unfolded)?.[1]?.trim()
  const part = (type: string) => {
    const found = new RegExp(`Content-Type: ${type}[^]*?\\r\\n\\r\\n([^]*?)\\r\\n--`).exec(raw)?.[1] ?? ""
    const bytes = found
      .replace(/=\r\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    return Buffer.from(bytes, "latin1").toString("utf8").replaceAll("\r\n", "\n")
  }
  return { header, subject: header("Subject"), text: part("text/plain"), html: part("text/html") }
}

async function move(actor: Actor, id: string, to: Status, more: Record<string, unknown> = {}): Promise<void> {
  const { version } = await getRequest(actor, { id })
  await moveRequest(actor, { id, to, version, ...more })
}

const statesOf = async () => (await db.select().from(deliveries).orderBy(asc(deliveries.eventId))).map((it) => it.state)

test("the customer is told what happens next, who has it and whom to call; nothing that was typed is repeated", async () => {
  const typed = { title: "Buy <b>this</b>", description: "at https://evil.example" }
  const { reference, id } = await fileRequest(customer, requestToFile(typed))
  const [mail, ...others] = await sendAll()
  expect(others).toEqual([])
  expect(mail?.to).toBe(emailOf(customer))
  expect(mail?.subject).toBe(`We have your request ${reference}`)
  expect(mail?.text).toMatch(/We will contact you by .+ and aim to fix it by .+\./)
  expect(mail?.text).toContain("Grace Lindqvist is dealing with it.")
  expect(mail?.text).toContain(`http://localhost:3000/requests/${id}`)
  expect(mail?.text).toContain("call 0800 111 999")
  expect(mail?.html).toContain(`<a href="http://localhost:3000/requests/${id}">`)
  expect(`${mail?.text}${mail?.html}`).not.toMatch(/Buy|evil/)
  expect(await statesOf()).toEqual(["sent"])
})

test("a message with which a request is resolved is one email, and the message alone once it is open again", async () => {
  const { id } = await fileRequest(customer, requestToFile())
  await sendAll()
  await move(worker, id, "in_progress")
  await sendAll()
  const resolve = async (text: string) => {
    const { version } = await getRequest(worker, { id })
    await sendMessage(worker, { id, text, from: "staff", afterwards: "resolve", version })
  }
  await resolve("A new battery is in.")
  const [both, ...others] = await sendAll()
  expect(others).toEqual([])
  expect(both?.subject).toContain("Is it fixed?")
  expect(both?.text).toContain("> A new battery is in.")
  await move(worker, id, "in_progress", { note: "Once more" })
  await sendAll()
  await sendMessage(worker, { id, text: "We come by.", from: "staff" })
  await resolve("Done.")
  const [all, ...more] = await sendAll()
  expect(more).toEqual([])
  expect(all?.text).toMatch(/> We come by\.\n> \n> Done\./)
  await move(worker, id, "in_progress", { note: "Again" })
  await sendAll()
  await resolve("Ready.")
  await makeNotifications()
  await move(worker, id, "in_progress", { note: "Not ready" })
  const subjects = (await sendAll()).map(({ subject }) => subject)
  expect(subjects.filter((it) => it?.startsWith("Message about"))).toHaveLength(1)
  expect(subjects.filter((it) => it?.startsWith("Is it fixed"))).toEqual([])
})

test("a report that joined one which a message resolves has its own email", async () => {
  const report = () => fileRequest(customer, requestToFile({ category: "gas_leak" }))
  const [lead, again] = [await report(), await report()]
  await sendAll()
  await acknowledgeRequest(worker, { id: lead.id })
  await move(worker, lead.id, "in_progress")
  await sendAll()
  const { version } = await getRequest(worker, { id: lead.id })
  await sendMessage(worker, { id: lead.id, text: "The leak is sealed.", from: "staff", afterwards: "resolve", version })
  const subjects = (await sendAll()).map(({ subject }) => subject ?? "")
  for (const { reference } of [lead, again])
    expect(subjects.filter((it) => it.includes(reference) && it.includes("Is it fixed?"))).toHaveLength(1)
})

test("emails about one request are one conversation, and each says how to end such emails", async () => {
  const { id } = await fileRequest(customer, requestToFile())
  const [first] = await sendAll()
  await move(worker, id, "in_progress")
  await move(worker, id, "on_hold", { waitingFor: "customer", note: "Send a photo of <the display>\n\nplease" })
  const [second, ...others] = await sendAll()
  expect(others).toEqual([])
  const root = first?.header("Message-ID")
  expect(root).toBe(`<request.${id}.${customer.id}@localhost>`)
  expect(second?.header("References")).toBe(root)
  expect(second?.header("In-Reply-To")).toBe(root)
  expect(second?.header("Message-ID")).not.toBe(root)
  expect(second?.text).toContain("> Send a photo of <the display>\n")
  expect(second?.html).toMatch(/<blockquote dir="auto"[^>]*>Send a photo of &#60;the display&#62;/)
  expect(second?.header("List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click")
})

test("an email is not sent once it was read in the browser, was taken back, or is no longer true", async () => {
  const { id } = await fileRequest(customer, requestToFile())
  await sendAll()
  await move(worker, id, "in_progress")
  await move(worker, id, "resolved")
  await makeNotifications()
  await readNotifications(customer, {})
  expect(await sendAll()).toEqual([])
  await move(worker, id, "in_progress", { note: "Not yet" })
  await move(worker, id, "resolved")
  expect((await sendAll()).map(({ subject }) => subject)).toEqual([expect.stringContaining("Is it fixed?")])
})

test("nothing is sent before two minutes have passed, but for what confirms their own doing", async () => {
  const { id } = await fileRequest(customer, requestToFile())
  await move(worker, id, "in_progress")
  await move(worker, id, "resolved")
  await makeNotifications()
  await runJobs()
  expect(office.delivered).toHaveLength(1)
  const [waiting] = await db.select().from(deliveries).where(eq(deliveries.state, "waiting"))
  expect((waiting?.dueAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(110_000)
})

test("a stranger's address is not written to, whoever registers with it", async () => {
  const stranger = await makeActor("customer", { verified: false })
  await fileRequest(stranger, requestToFile({ category: "gas_leak" }))
  expect((await sendAll()).filter(({ to }) => to === emailOf(stranger))).toEqual([])
})

test("an email that the server does not take is tried again with the same id; one that it refuses is given up", async () => {
  await fileRequest(customer, requestToFile())
  office.refuseNext("data", 451)
  expect(await sendAll()).toEqual([])
  expect(await statesOf()).toEqual(["waiting"])
  expect(await sendAll()).toHaveLength(1)
  await fileRequest(customer, requestToFile({ title: "Another" }))
  office.refuseNext("recipient", 550)
  expect(await sendAll()).toEqual([])
  expect(await statesOf()).toEqual(["sent", "refused"])
  expect(await waitingJobs()).toEqual([])
})

test("an email that was sent is not sent again, though its job runs again", async () => {
  await fileRequest(customer, requestToFile())
  await sendAll()
  const [row] = await db.select().from(deliveries)
  const job = { kind: "notification", accountId: customer.id, deliveryId: row?.id }
  await db.execute(sql`select graphile_worker.add_job('send_mail', ${JSON.stringify(job)}::json)`)
  expect(await sendAll()).toEqual([])
})

describe("somebody's wishes", () => {
  const wishes = { mail: ["resolved", "closed", "assigned", "started"] as const, push: [] }
  const choose = (actor: Actor, more: Record<string, unknown> = {}) =>
    editPreferences(actor, { ...wishes, mail: [...wishes.mail], ...more, version: 1 })

  test("choose what is sent, and not what must be", async () => {
    await choose(customer, { mail: [] })
    await fileRequest(customer, requestToFile())
    expect(await sendAll()).toEqual([])
    await fileRequest(customer, requestToFile({ category: "gas_leak" }))
    const mails = (await sendAll()).filter(({ to }) => to === emailOf(customer))
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Emergency .*we have your report/)])
    expect(mails[0]?.header("List-Unsubscribe")).toBeUndefined()
  })

  test("put off what is not urgent until their quiet hours end, in their own time zone", async () => {
    const zone = "Asia/Kolkata"
    const time = (minutes: number) =>
      new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(
        Date.now() + minutes * 60_000,
      )
    await choose(customer, { quietFrom: time(-60), quietUntil: time(120), timeZone: zone })
    const { id } = await fileRequest(customer, requestToFile())
    await move(worker, id, "in_progress")
    await makeNotifications()
    const [row] = await db.select().from(deliveries).where(eq(deliveries.notice, "started"))
    const wait = (row?.dueAt.getTime() ?? 0) - Date.now()
    expect(wait).toBeGreaterThan(118 * 60_000)
    expect(wait).toBeLessThanOrEqual(120 * 60_000)
  })

  test("gather what happens in one email a day", async () => {
    await choose(customer, { digestAt: "08:00" })
    const first = await fileRequest(customer, requestToFile())
    const second = await fileRequest(customer, requestToFile({ title: "Another" }))
    await move(worker, first.id, "in_progress")
    await move(worker, second.id, "in_progress")
    await move(worker, second.id, "resolved")
    const [mail, ...others] = await sendAll()
    expect(others).toEqual([])
    expect(mail?.subject).toBe("Your daily summary from Northgate Gas: 2 requests")
    for (const { reference } of [first, second]) expect(mail?.text).toContain(`${reference}, Meter fault`)
    expect(mail?.text).toContain("- Your request is resolved. Is it fixed?")
    // The second is no longer being worked on.
    expect(await statesOf()).toEqual(["sent", "dropped", "sent"])
    expect(await sendAll()).toEqual([])
  })

  test("are changed by the link in an email with one click, once it is ours", async () => {
    const { id } = await fileRequest(customer, requestToFile())
    await sendAll()
    await move(worker, id, "in_progress")
    await move(worker, id, "resolved")
    const [mail] = await sendAll()
    const link = /^<(.*)>$/.exec(mail?.header("List-Unsubscribe") ?? "")?.[1] ?? ""
    const press = (url: string) => POST(new Request(url, { method: "POST", body: "List-Unsubscribe=One-Click" }))
    expect((await press(`${link}x`)).status).toBe(400)
    expect(GET(new Request(link)).headers.get("location")).toMatch(/^\/unsubscribe\?token=/)
    expect((await press(link)).status).toBe(200)
    expect((await press(link)).status).toBe(200)
    await move(worker, id, "in_progress", { note: "Not yet" })
    await move(worker, id, "resolved")
    await move(worker, id, "closed")
    expect((await sendAll()).map(({ subject }) => subject)).toEqual([expect.stringContaining("is closed")])
  })

  test("have a version", async () => {
    await choose(customer)
    await expect(choose(customer)).rejects.toMatchObject({ code: "conflict" })
  })
})

describe("the utility's own words", () => {
  test("take the place of ours, and give way to them again", async () => {
    const administrator = await makeActor("administrator")
    const version = async () => (await getSettings(administrator)).version
    const mine = { notice: "received", subject: "{reference}: got it", body: "We {nod}." } as const
    await expect(
      setMessage(administrator, {
        ...mine,
        body: "Hello {emergency_phone}",
        version: await version(),
        subject: "Got it",
      }),
    ).rejects.toMatchObject({ fields: { subject: "Keep {reference} in the subject" } })
    await expect(setMessage(administrator, { ...mine, version: await version() })).rejects.toMatchObject({
      code: "invalid",
    })
    await setMessage(administrator, {
      ...mine,
      body: "Got it.\n\nIn danger call {emergency_phone}.",
      version: await version(),
    })
    const { reference } = await fileRequest(customer, requestToFile())
    const [mail] = await sendAll()
    expect(mail?.subject).toBe(`${reference}: got it`)
    expect(mail?.text).toContain("In danger call 0800 111 999.")
    await setMessage(administrator, { notice: "received", version: await version() })
    expect((await getSettings(administrator)).messages).toEqual({})
  })
})

test("staff hear of what customers add by email if they wish so", async () => {
  await editPreferences(worker, { mail: ["details_added"], push: [], version: 1 })
  const { id, reference } = await fileRequest(customer, requestToFile())
  await addDetails(customer, { id, details: "It has come back." })
  const mails = (await sendAll()).filter(({ to }) => to === emailOf(worker))
  expect(mails.map(({ subject }) => subject)).toEqual([`The customer has written: ${reference}, Meter fault`])
  expect(await db.$count(notifications)).toBe(2)
})

test("messages that come within two minutes are one email, and the next has one of its own", async () => {
  const { id } = await fileRequest(customer, requestToFile())
  await move(worker, id, "in_progress")
  await sendAll()
  for (const text of ["We come on Monday.", "At nine."]) {
    await sendMessage(worker, { id, text })
    await makeNotifications()
  }
  const [mail, ...others] = await sendAll()
  expect(others).toEqual([])
  expect(mail?.text).toMatch(/We come on Monday\.[\s>]+At nine\./)
  await sendMessage(worker, { id, text: "We are here." })
  const later = await sendAll()
  expect(later).toHaveLength(1)
  expect(later[0]?.text).not.toContain("At nine.")
})

test("what could not be sent for days is no news, and is dropped", async () => {
  await fileRequest(customer, requestToFile())
  await makeNotifications()
  await db.update(deliveries).set({ dueAt: new Date(Date.now() - 4 * 86_400_000) })
  await makeJobsDue()
  await runJobs()
  expect(office.delivered).toEqual([])
  expect(await statesOf()).toEqual(["dropped"])
})

test("mails to people who were erased are dropped", async () => {
  await fileRequest(customer, requestToFile())
  await makeNotifications()
  await db.update(accounts).set({ state: "deleted" }).where(eq(accounts.id, customer.id))
  expect(await sendAll()).toEqual([])
  expect(await statesOf()).toEqual(["dropped"])
})
