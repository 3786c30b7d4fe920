import type { Page } from "@playwright/test"
import { answer } from "../api"
import { SUPERVISOR } from "../people"
import { arrive, expect, expectMistake, fill, press, test } from "../visit"

const CANARY = "Canaryinthemine"
const NARROW = { width: 375, height: 812 }
const WIDE = { width: 1440, height: 900 }

/** The pages of a customer as HTML and as what the browser asks for when it goes from one to another. */
async function everythingShown(page: Page, paths: string[]): Promise<string> {
  const texts: string[] = []
  for (const path of paths)
    for (const headers of [undefined, { rsc: "1" }])
      texts.push(await (await page.request.get(path, headers && { headers })).text())
  return texts.join("\n")
}

test("customer and staff write to each other, a note stays inside, and a reply goes on with the work", async ({
  as,
  assignedRequest,
  pageOf,
}, { project }) => {
  const scripts = project.use.javaScriptEnabled !== false
  const { person, worker, request } = await assignedRequest()
  const address = `/requests/${request.id}`
  await answer((await as(worker)).put(`${address}/status`, { to: "in_progress", version: request.version }), 200)
  const [customer, desk] = [await pageOf(person), await pageOf(worker)]
  await customer.setViewportSize(NARROW)
  await desk.setViewportSize(WIDE)

  await customer.goto(address)
  await fill(customer, { "Your message": "The bell is broken.\nPlease knock." })
  await press(customer, "Send message")
  await expect(customer.getByText("We have your message")).toBeVisible()
  await expect(customer.getByRole("listitem").filter({ hasText: "Your message" })).toContainText("The bell is broken.")

  await desk.goto(`/desk${address}`)
  await arrive(desk, request.title)
  const talk = desk.getByRole("region", { name: "Timeline" })
  await expect(talk.getByText("The bell is broken.")).toBeInViewport()
  await press(desk, "Send reply")
  const reply = desk.getByRole("textbox", { name: "Reply" })
  await expectMistake(desk, "Enter your message", reply)

  await desk.getByText("Note for staff", { exact: true }).first().click()
  await expect(desk.getByRole("textbox", { name: "Note for staff" })).toBeVisible()
  await fill(desk, { "Note for staff": `${CANARY}: @Helen, please look.` })
  await press(desk, "Save note")
  await expect(talk.getByText(`${CANARY}: @Helen, please look.`)).toBeVisible()
  await expect(talk.getByRole("listitem").last()).toContainText("Staff only")

  if (scripts) await desk.getByText("Reply to customer").click()
  await fill(desk, { Reply: "Please send us a photo of the meter." })
  await press(desk, "Send and put on hold")
  await expect(talk.getByText("Please send us a photo of the meter.")).toBeVisible()
  await expect(desk.getByText("Waiting", { exact: true }).first()).toBeVisible()

  await customer.goto(address)
  await expect(customer.getByRole("listitem").filter({ hasText: "Message from us" })).toContainText(
    "a photo of the meter",
  )
  await fill(customer, { "Your message": "It shows nothing at all." })
  await press(customer, "Send message")
  await expect(customer.getByText("Work resumed: the customer replied")).toBeVisible()

  await desk.goto(`/desk${address}`)
  await fill(desk, { Reply: "It is fixed." })
  await press(desk, "Send and resolve")
  await expect(talk.getByText("It is fixed.")).toBeVisible()

  await customer.goto(address)
  await customer.getByText("No, it is not fixed").click()
  await customer.getByRole("textbox", { name: "What is still wrong?" }).fill("It went blank again.")
  await press(customer, "Reopen request")
  await expect(customer.getByText("We will look at it again")).toBeVisible()
  await expect(customer.getByText("It went blank again.").first()).toBeVisible()

  const shown = await everythingShown(customer, ["/requests", address, `/requests?q=${CANARY}`, "/profile"])
  expect(shown).toContain("It went blank again.")
  expect(shown.replaceAll(`q=${CANARY}`, "")).not.toContain(`${CANARY}:`)
  expect(shown).not.toMatch(/noted_internally|Note for staff/)
})

test("what was typed stays when the request has changed meanwhile, beside what has", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, worker, request } = await assignedRequest()
  const address = `/requests/${request.id}`
  await answer((await as(worker)).put(`${address}/status`, { to: "in_progress", version: request.version }), 200)
  const desk = await pageOf(worker)
  await desk.goto(`/desk${address}`)
  await fill(desk, { Reply: "All done." })
  await answer((await as(person)).post(`${address}/messages`, { text: "Wait, it is off again." }), 201)
  await press(desk, "Send and resolve")
  await expect(desk.getByRole("alert").filter({ hasText: "has changed since you opened it" })).toBeVisible()
  await expect(desk.getByRole("textbox", { name: "Reply" })).toHaveValue("All done.")
  await expect(desk.getByText("Wait, it is off again.")).toBeVisible()
  const { items } = await answer<{ items: { data: object }[] }>((await as(person)).get(`${address}/timeline`), 200)
  expect(JSON.stringify(items)).not.toContain("All done.")
})

test("a colleague is offered by name, and files go with a message", async ({ assignedRequest, pageOf }, {
  project,
}) => {
  const scripts = project.use.javaScriptEnabled !== false
  const { worker, request } = await assignedRequest()
  const desk = await pageOf(worker)
  await desk.goto(`/desk/requests/${request.id}`)
  if (!scripts) return expect(desk.getByText("To send files, add them to the request’s files first.")).toBeVisible()
  await desk.keyboard.press("i")
  const note = desk.getByRole("textbox", { name: "Note for staff" })
  await expect(note).toBeFocused()
  await note.pressSequentially("@hel")
  await expect(desk.getByRole("button", { name: SUPERVISOR.name })).toBeVisible()
  await desk.keyboard.press("Enter")
  await expect(note).toHaveValue(`@${SUPERVISOR.name} `)
  await press(desk, "Save note")
  await expect(desk.getByText(`Note saved. Mentioned: ${SUPERVISOR.name}`)).toBeVisible()

  await desk.locator("main").click({ position: { x: 5, y: 5 } })
  await desk.keyboard.press("r")
  await fill(desk, { Reply: "This is what we mean." })
  await desk
    .locator(".reply-pane input[type=file]")
    .setInputFiles({ name: "sketch.txt", mimeType: "text/plain", buffer: Buffer.from("a sketch") })
  await expect(desk.getByRole("list", { name: "Uploads" })).toContainText("Ready to send")
  await expect(desk.getByRole("textbox", { name: "Reply" })).toHaveValue("This is what we mean.")
  await press(desk, "Send reply")
  const sent = desk.getByRole("listitem").filter({ hasText: "This is what we mean." })
  await expect(sent.getByRole("link", { name: "Download sketch.txt" })).toBeVisible()
})

test("whoever takes a call leaves a note on a request that is a colleague's", async ({
  as,
  assignedRequest,
  newStaff,
  pageOf,
}) => {
  const { request } = await assignedRequest()
  const other = await newStaff()
  const page = await pageOf(other)
  await page.goto(`/desk/requests/${request.id}/note`)
  await arrive(page, /Leave a note/)
  await fill(page, { "Note for staff": "The neighbour has the key." })
  await press(page, "Save note")
  await expect(page.getByText("Note saved")).toBeVisible()
  expect((await page.goto(`/desk/requests/${request.id}`))?.status()).toBe(404)
  const { items } = await answer<{ items: { kind: string }[] }>(
    (await as(SUPERVISOR)).get(`/requests/${request.id}/timeline`),
    200,
  )
  expect(items.at(-1)?.kind).toBe("noted_internally")
})
