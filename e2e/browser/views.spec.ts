import { randomUUID } from "node:crypto"
import { barriers } from "../barriers"
import { fileFor } from "../filing"
import { SUPERVISOR } from "../people"
import { arrive, expect, fill, ONLY_ONCE, press, test } from "../visit"

test("a supervisor changes the priority for a reason, which the customer does not read", async ({
  assignedRequest,
  pageOf,
  javaScriptEnabled: scripts,
}) => {
  const { person, request } = await assignedRequest()
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto(`/desk/requests/${request.id}`)
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Change priority" }) })
  if (scripts) {
    await expect(page.getByRole("button", { name: "Keys" })).toBeVisible()
    await page.keyboard.press("p")
    await expect(form.getByLabel("Change to")).toBeFocused()
  } else await page.locator("summary").filter({ hasText: "Change the priority" }).click()
  await form.getByLabel("Change to").selectOption("High")
  await form.getByLabel("Reason").fill("A newborn baby in the house.")
  await press(page, "Change priority")
  await expect(page.getByText("Priority changed from normal to high")).toBeVisible()
  await expect(page.getByText("A newborn baby in the house.")).toBeVisible()
  const theirs = await pageOf(person)
  await theirs.goto(`/requests/${request.id}`)
  await expect(theirs.getByText(request.reference).first()).toBeVisible()
  await expect(theirs.getByText("newborn")).toHaveCount(0)
})

test("the list is narrowed by postcode, kept as a view, renamed and deleted", async ({ assignedRequest, pageOf }) => {
  const { request } = await assignedRequest()
  const page = await pageOf(SUPERVISOR, "hears nothing")
  const [name, other] = [`Leeds ${randomUUID().slice(0, 6)}`, `Centre ${randomUUID().slice(0, 6)}`]
  const area = request.premises.postcode.split(" ")[0] ?? ""
  await page.goto(`/desk?filters=open`)
  await fill(page, { "Postcode begins with": area })
  await page.getByRole("checkbox", { name: "Place" }).check()
  await press(page, "Show requests")
  const chips = page.getByRole("list", { name: "Filters" })
  await expect(chips.getByText(`Postcode ${area}`)).toBeVisible()
  await expect(page.getByRole("table")).toBeVisible()
  await expect(page.getByRole("columnheader", { name: "Place" })).toBeHidden()

  await page.getByText("Save view").first().click()
  await fill(page, { Name: name })
  await press(page, "Save view")
  await arrive(page, name)
  const rail = page.getByRole("navigation", { name: "Main" })
  await expect(rail.getByRole("link", { name })).toHaveAttribute("aria-current", "page")
  await expect(rail.getByRole("link", { name }).locator("b")).toHaveText(/\d/)

  await page.goto(`/desk?area=${area}`)
  await page.getByText("Save view").first().click()
  await fill(page, { Name: name.toUpperCase() })
  await press(page, "Save view")
  await expect(page.getByText("You already have a view with this name").first()).toBeAttached()
  await rail.getByRole("link", { name }).click()
  await arrive(page, name)

  await page.getByText("Edit view").click()
  await fill(page, { Name: other })
  await press(page, "Rename")
  await arrive(page, other)
  await page.getByText("Edit view").click()
  await press(page, "Delete view")
  await expect(rail.getByRole("link", { name: other })).toHaveCount(0)
})

test(
  "Ctrl-K finds a request, a view and an act, with the keyboard alone",
  ONLY_ONCE,
  async ({ assignedRequest, pageOf, javaScriptEnabled: scripts }) => {
    const { request } = await assignedRequest()
    const page = await pageOf(SUPERVISOR, "hears nothing")
    await page.goto("/desk")
    if (!scripts) {
      await page.getByRole("link", { name: "Find" }).click()
      await arrive(page, "All open")
      return
    }
    await expect(page.getByRole("button", { name: "Keys" })).toBeVisible()
    const field = page.getByRole("combobox", { name: /Find requests/ })
    // What listens comes after the page, since it is sent to staff only.
    const find = () =>
      expect(async () => {
        await page.keyboard.press("Control+k")
        await expect(field).toBeFocused({ timeout: 500 })
      }).toPass()
    await find()
    await field.fill(request.reference)
    await expect(page.getByRole("option", { name: new RegExp(request.reference) })).toBeVisible()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press("Enter")
    await page.waitForURL(`**/desk/requests/${request.id}`)

    await expect(page.getByRole("button", { name: "Keys" })).toBeVisible()
    await find()
    await field.fill("change the prio")
    await page.keyboard.press("Enter")
    await expect(page.locator("#priority-priority")).toBeFocused()

    await find()
    await field.fill("overdue")
    await page.keyboard.press("Enter")
    await arrive(page, "Overdue")
    await find()
    await page.keyboard.press("Escape")
    await expect(field).toBeHidden()
  },
)

test("what a supervisor shares, staff have too", async ({ as, newCustomer, newStaff, pageOf }) => {
  const [worker, customer, supervisor] = [await newStaff(), await as(await newCustomer()), await as(SUPERVISOR)]
  await fileFor(customer, supervisor, worker.id, { title: "The meter is broken" })
  const [page, name] = [await pageOf(SUPERVISOR, "hears nothing"), `Faults ${randomUUID().slice(0, 6)}`]
  await page.goto("/desk?category=meter_fault&sort=due")
  await page.getByText("Save view").first().click()
  await fill(page, { Name: name })
  await page.getByRole("checkbox", { name: "Share with everyone at the desk" }).check()
  await press(page, "Save view")
  await arrive(page, name)
  const theirs = await pageOf(worker)
  await theirs.goto("/desk")
  await theirs.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click()
  await arrive(theirs, name)
  await expect(theirs.getByText("The meter is broken")).toBeVisible()
  await expect(theirs.getByText("Edit view")).toHaveCount(0)
  await page.getByText("Edit view").click()
  await press(page, "Delete view")
  await expect(page.getByRole("link", { name })).toHaveCount(0)
})
