import type { Locator, Page } from "@playwright/test"
import { fileFor } from "../filing"
import { DETAILS } from "../filing-pages"
import { SUPERVISOR } from "../people"
import { arrive, expect, test } from "../visit"

/** Presses Tab until something has the focus, as often as a page may ask for. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press("Tab")
  }
  await expect(target).toBeFocused()
}

async function pressBy(page: Page, role: "button" | "link", name: string): Promise<void> {
  await tabTo(page, page.getByRole("main").getByRole(role, { name }).first())
  await page.keyboard.press("Enter")
}

test("a request is filed with nothing but the keyboard", async ({ newCustomer, pageOf }) => {
  const page = await pageOf(await newCustomer())
  await page.goto("/requests")
  await page.keyboard.press("Tab")
  await expect(page.getByRole("link", { name: /^Skip to/ })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("main")).toBeFocused()
  await pressBy(page, "link", "New request")

  await arrive(page, "Is anyone in danger right now?")
  await pressBy(page, "button", "None of these")
  await arrive(page, "What do you need help with?")
  await tabTo(page, page.getByRole("radio").first())
  for (let down = 0; down < 3; down++) await page.keyboard.press("ArrowDown")
  await expect(page.getByRole("radio", { name: "Meter fault" })).toBeChecked()
  await pressBy(page, "button", "Save and continue")

  await arrive(page, "Tell us about it")
  await tabTo(page, page.getByLabel("Title"))
  await page.keyboard.type(DETAILS.Title)
  await tabTo(page, page.getByLabel("Description"))
  await page.keyboard.type("It began on Monday.")
  await tabTo(page, page.getByRole("radio").first())
  await page.keyboard.press("Space")
  await pressBy(page, "button", "Save and continue")
  await arrive(page, "Where is it?")
  await pressBy(page, "button", "Save and continue")
  await arrive(page, "Photos and files")
  await pressBy(page, "link", "Continue")
  await arrive(page, "Check your answers")
  await pressBy(page, "button", "Send request")
  await arrive(page, "We have your request")
  await expect(page.getByText(/^GR-/)).toBeVisible()
})

test("letters lead to the controls of a request, not while somebody types, and can be turned off", async ({
  assignedRequest,
  pageOf,
}) => {
  const { request, worker } = await assignedRequest()
  const page = await pageOf(worker)
  await page.goto(`/desk/requests/${request.id}`)
  await expect(page.getByRole("button", { name: "Keys" })).toBeVisible()
  await page.keyboard.press("s")
  await expect(page.getByRole("radio", { name: "Start work" })).toBeFocused()
  await page.keyboard.press("r")
  const note = page.getByRole("textbox", { name: "Reply" })
  await expect(note).toBeFocused()
  await page.keyboard.type("scar?")
  await expect(note).toHaveValue("scar?")
  await note.blur()

  await page.keyboard.press("?")
  const help = page.getByRole("dialog", { name: "Keys" })
  await expect(help.getByText("Choose the next status")).toBeVisible()
  await help.getByRole("checkbox", { name: "Use these keys in this browser" }).uncheck()
  await help.getByRole("button", { name: "Close" }).click()
  await expect(help).toBeHidden()
  await page.reload()
  await expect(page.getByRole("button", { name: "Keys" })).toBeVisible()
  await page.keyboard.press("r")
  await page.keyboard.press("?")
  await expect(help).toBeHidden()
  await expect(note).not.toBeFocused()
})

test("J, K and arrows move along the list, Enter opens a request, / searches, and ? tells all keys", async ({
  as,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  const worker = await newStaff()
  const [customer, supervisor] = [await as(await newCustomer()), await as(SUPERVISOR)]
  for (const title of ["The first meter is blank", "The second meter is blank", "The third meter is blank"])
    await fileFor(customer, supervisor, worker.id, { title })
  const page = await pageOf(worker)
  await page.goto("/desk")
  await expect(page.getByRole("button", { name: "Keys" })).toBeVisible()
  const titles = page.locator("tbody th a")
  await expect(titles).toHaveCount(3)
  await page.keyboard.press("j")
  await expect(titles.nth(0)).toBeFocused()
  await page.keyboard.press("j")
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("j")
  await expect(titles.nth(2)).toBeFocused()
  await page.keyboard.press("k")
  await expect(titles.nth(1)).toBeFocused()

  await page.keyboard.press("?")
  const help = page.getByRole("dialog", { name: "Keys" })
  for (const told of ["Next request", "Select the request", "Search"])
    await expect(help.getByText(told, { exact: true })).toBeVisible()
  await page.keyboard.press("Escape")
  await page.keyboard.press("/")
  const search = page.getByRole("searchbox", { name: "Search" })
  await expect(search).toBeFocused()
  await page.keyboard.type("jk")
  await expect(search).toHaveValue("jk")
  await expect(search).toBeFocused()

  await titles.nth(1).focus()
  await page.keyboard.press("Enter")
  await arrive(page, "The second meter is blank")
})
