import type { Page } from "@playwright/test"
import { answer } from "../api"
import { give, holdBack, note, uploadsOn } from "../choose-files"
import { SUPERVISOR } from "../people"
import { expect, press, test } from "../visit"

interface Shown {
  attachments: { id: string; name: string; messageId: number | null }[]
}

const chooseForMessage = (page: Page, ...files: ReturnType<typeof note>[]) =>
  page.getByLabel("Add files to this message").setInputFiles(files)
const ready = (page: Page, name: string) => uploadsOn(page).getByRole("listitem").filter({ hasText: name })

test("what staff choose for a reply is seen by nobody else before the reply is sent, and then with it", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, worker, request } = await assignedRequest()
  const others = [await as(person), await as(SUPERVISOR)]
  const filesFor = async (one: (typeof others)[number]) =>
    (await answer<Shown>(one.get(`/requests/${request.id}`), 200)).attachments
  const desk = await pageOf(worker)
  await desk.goto(`/desk/requests/${request.id}`)
  await chooseForMessage(desk, note("wrong.txt"), note("plan.txt"))
  for (const name of ["wrong.txt", "plan.txt"]) await expect(ready(desk, name)).toContainText("Ready to send")
  await ready(desk, "wrong.txt")
    .getByRole("button", { name: /^Remove/ })
    .click()
  await expect(ready(desk, "wrong.txt")).toHaveCount(0)
  for (const one of others) expect(await filesFor(one)).toEqual([])
  const { items } = await answer<{ items: { kind: string }[] }>(
    others[0]?.get(`/requests/${request.id}/timeline`) as never,
    200,
  )
  expect(items.map(({ kind }) => kind)).not.toContain("attached")

  await desk.getByRole("textbox", { name: "Reply" }).fill("Here is the plan.")
  await press(desk, "Send reply")
  const sent = desk.getByRole("region", { name: "Timeline" }).getByRole("listitem").last()
  await expect(sent).toContainText("Here is the plan.")
  await expect(sent.getByRole("link", { name: "Download plan.txt" })).toBeVisible()
  await expect(uploadsOn(desk)).toHaveCount(0)
  for (const one of others)
    expect(await filesFor(one)).toMatchObject([{ name: "plan.txt", messageId: expect.any(Number) }])
})

test("a message waits for its file and takes it along, and says so meanwhile", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, request } = await assignedRequest()
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}`)
  const letGo = await holdBack(page, "**/completion")
  const message = page.getByRole("textbox", { name: "Your message" })
  await message.fill("Here is the letter.")
  await give(page, "#message-us textarea", "paste", "letter.txt")
  await expect(page.getByRole("progressbar", { name: "Upload of letter.txt" })).toBeVisible()
  await page.getByRole("button", { name: "Send message" }).click()
  await expect(page.getByText("This will be sent when your files have been uploaded.")).toBeVisible()
  letGo()
  const sent = page.locator(".timeline > li", { hasText: "Here is the letter." })
  await expect(sent.getByRole("link", { name: "Download letter.txt" })).toBeVisible()
  await expect(message).toHaveValue("")
  await expect(uploadsOn(page)).toHaveCount(0)
  const { attachments } = await answer<Shown>((await as(person)).get(`/requests/${request.id}`), 200)
  expect(attachments).toHaveLength(1)
})

test("whoever leaves a message with files is asked first, and finds both again", async ({
  assignedRequest,
  pageOf,
}) => {
  const { person, request } = await assignedRequest()
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}`)
  await page.getByRole("textbox", { name: "Your message" }).fill("Here is the letter.")
  await chooseForMessage(page, note("letter.txt"))
  await expect(ready(page, "letter.txt")).toContainText("Ready to send")
  page.once("dialog", (dialog) => {
    expect(dialog.message()).toMatch(/^The files you have chosen are not sent yet/)
    return dialog.accept()
  })
  await page.getByRole("link", { name: "Your requests" }).first().click()
  await page.waitForURL("**/requests")
  await page.goBack()
  await expect(page.getByRole("textbox", { name: "Your message" })).toHaveValue("Here is the letter.")
  await expect(ready(page, "letter.txt")).toContainText("Ready to send")
  await press(page, "Send message")
  const sent = page.locator(".timeline > li", { hasText: "Here is the letter." })
  await expect(sent.getByRole("link", { name: "Download letter.txt" })).toBeVisible()
})

test("a message that is refused keeps its files, and says so of one that is gone", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, request } = await assignedRequest()
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}`)
  await chooseForMessage(page, note("letter.txt"))
  await expect(ready(page, "letter.txt")).toContainText("Ready to send")
  await page.getByRole("button", { name: "Send message" }).click()
  await expect(page.getByRole("link", { name: "Enter your message" })).toBeVisible()
  await expect(ready(page, "letter.txt")).toHaveCount(1)
  const upload = await page.locator('input[name="uploads[]"]').getAttribute("value")
  await answer((await as(person)).delete(`/attachments/uploads/${upload}`), 204)
  await page.getByRole("textbox", { name: "Your message" }).fill("Here is the letter.")
  await page.getByRole("button", { name: "Send message" }).click()
  await expect(page.getByRole("link", { name: /no longer available/ })).toBeVisible()
  await ready(page, "letter.txt")
    .getByRole("button", { name: /^Remove/ })
    .click()
  await press(page, "Send message")
  await expect(page.locator(".timeline > li", { hasText: "Here is the letter." })).toBeVisible()
})
