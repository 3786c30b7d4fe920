import type { Page, Route } from "@playwright/test"
import { fileRequest } from "../filing"
import { chooseCategory, confirmPremises, DETAILS, fileNow, giveDetails } from "../filing-pages"
import { arrive, expect, fill, ONLY_ONCE, press, signIn, test } from "../visit"

const details = (page: Page) => page.getByRole("textbox", { name: "Description" })

test("two requests in two tabs are two, and both are listed until they are sent or discarded", async ({
  newCustomer,
  pageOf,
}) => {
  const person = await newCustomer()
  const [one, two] = [await pageOf(person), await pageOf(person)]
  await chooseCategory(one, "Billing query")
  await chooseCategory(two, "Complaint")
  await arrive(two, "Tell us about it")
  await expect(details(two)).toHaveValue("")
  await giveDetails(two, { ...DETAILS, Title: "Of the second tab" })
  await giveDetails(one, { ...DETAILS, Title: "Of the first tab" })
  await arrive(one, "Where is it?")

  await two.goto("/requests")
  const list = two.getByRole("listitem").filter({ hasText: "Last changed" })
  await expect(list).toHaveText([/Billing query: Of the first tab/, /Complaint: Of the second tab/])
  await two.getByRole("link", { name: "Discard Complaint" }).click()
  await press(two, "Discard request")
  await expect(list).toHaveText([/Billing query: Of the first tab/])
  await two.getByRole("link", { name: "Continue Billing query" }).click()
  await confirmPremises(two)
  await two.getByRole("link", { name: "Continue" }).click()
  await fileNow(two)
  await two.goto("/requests")
  await expect(two.getByText("Unfinished")).toHaveCount(0)
})

test("a late save shows what another tab has stored beside what was typed, and its person chooses", async ({
  newCustomer,
  pageOf,
}) => {
  const person = await newCustomer()
  const [one, two] = [await pageOf(person), await pageOf(person)]
  await chooseCategory(one, "Billing query")
  await arrive(one, "Tell us about it")
  await two.goto(one.url())
  await giveDetails(one, { ...DETAILS, Title: "Of the first tab" })
  await arrive(one, "Where is it?")
  await giveDetails(two, { ...DETAILS, Title: "Of the second tab" })
  const both = two.getByText("Saved in the other window", { exact: true }).locator("..")
  await expect(both).toContainText("Of the first tab")
  await expect(two.getByLabel("Title")).toHaveValue("Of the second tab")
  await press(two, "Save and continue")
  await arrive(two, "Where is it?")
  await two.goto("/requests")
  await expect(two.getByText("Billing query: Of the second tab").first()).toBeVisible()
})

test("what is typed is saved after a pause and on leaving, valid or not @once", async ({ newCustomer, pageOf }) => {
  const page = await pageOf(await newCustomer())
  await chooseCategory(page, "Billing query")
  await arrive(page, "Tell us about it")
  await page.getByLabel("Title").pressSequentially("Hm")
  await expect(page.getByText(/^Saved at \d\d:\d\d$/)).toBeVisible()
  await details(page).pressSequentially("Left by a link")
  await page.getByRole("link", { name: "Back" }).click()
  await arrive(page, "What do you need help with?")
  await page.goBack()
  await arrive(page, "Tell us about it")
  await expect(page.getByLabel("Title")).toHaveValue("Hm")
  await expect(details(page)).toHaveValue("Left by a link")
})

test("going back is faster than saving, and shows what was typed all the same @once", async ({
  newCustomer,
  pageOf,
}) => {
  const page = await pageOf(await newCustomer())
  await chooseCategory(page, "Billing query")
  await arrive(page, "Tell us about it")
  const onTheirWay: Route[] = []
  await page.route("**/typed", (route) => void onTheirWay.push(route))
  await details(page).pressSequentially("On its way")
  await page.getByRole("link", { name: "Back" }).click()
  await arrive(page, "What do you need help with?")
  await page.goBack()
  await arrive(page, "Tell us about it")
  await expect(details(page)).toHaveValue("On its way")
  await Promise.all(onTheirWay.map((route) => route.continue()))
})

test("what is typed just before the tab is closed is saved @once", async ({ newCustomer, pageOf }) => {
  const page = await pageOf(await newCustomer())
  await chooseCategory(page, "Billing query")
  await arrive(page, "Tell us about it")
  await details(page).pressSequentially("Closed")
  const address = page.url()
  await page.goto("about:blank")
  // What is sent while a page goes away arrives when it does.
  await expect(async () => {
    await page.goto(address)
    await expect(details(page)).toHaveValue("Closed", { timeout: 1000 })
  }).toPass()
})

test("back after sending leads to what was sent, and offers nothing to send @once", async ({ newCustomer, pageOf }) => {
  const page = await pageOf(await newCustomer())
  await chooseCategory(page, "Billing query")
  await giveDetails(page)
  await confirmPremises(page)
  await page.getByRole("link", { name: "Continue" }).click()
  const reference = await fileNow(page)
  await page.goBack()
  await arrive(page, "We have your request")
  await expect(page.getByRole("main").getByText(reference)).toBeVisible()
  await expect(page.getByRole("button", { name: "Send request" })).toHaveCount(0)
})

test("back after deleting says that it is deleted", ONLY_ONCE, async ({ as, newCustomer, pageOf }) => {
  const person = await newCustomer()
  const page = await pageOf(person, "hears nothing")
  const { id } = await fileRequest(await as(person))
  await page.goto(`/requests/${id}`)
  await page.getByRole("link", { name: "Delete request" }).click()
  await press(page, "Delete request")
  await expect(page.getByText(/^Request GR-.* deleted$/)).toBeVisible()
  await page.goBack()
  await expect(page.getByText(/^Request GR-.* deleted$/)).toBeVisible()
  await expect(page.getByRole("button", { name: "Delete request" })).toHaveCount(0)
})

test("a form that is saved offline stays, says so, and is sent again @once", async ({ newCustomer, pageOf }) => {
  const page = await pageOf(await newCustomer())
  await page.goto("/profile/edit")
  await fill(page, { "Full name": "Typed offline" })
  await page.context().setOffline(true)
  await press(page, "Save changes")
  await expect(page.getByRole("alert").filter({ hasText: "No answer came" })).toBeVisible()
  await expect(page.getByLabel("Full name")).toHaveValue("Typed offline")
  await page.context().setOffline(false)
  await press(page, "Try again")
  await expect(page.getByText("Typed offline").first()).toBeVisible()
  await expect(page).toHaveURL(/\/profile\?saved/)
})

test("a session that ends while somebody types loses nothing, and shows nothing to others @once", async ({
  as,
  newCustomer,
  pageOf,
}) => {
  const [person, other] = [await newCustomer(), await newCustomer()]
  const page = await pageOf(person)
  await page.goto("/profile/edit")
  await fill(page, { "Full name": "Typed before the end" })
  const elsewhere = await pageOf(person)
  await elsewhere.goto("/profile/sessions")
  await press(elsewhere, "Sign out everywhere else")
  await expect(elsewhere.getByText("You have been signed out everywhere else")).toBeVisible()
  await as(person)
  await press(page, "Save changes")
  await arrive(page, "Sign in")
  await expect(page.getByRole("button", { name: "Sign out" })).toHaveCount(0)
  await fill(page, { "Email address": person.email, Password: person.password })
  await press(page, "Sign in")
  await expect(page.getByText("What you typed is still here")).toBeVisible()
  await expect(page.getByLabel("Full name")).toHaveValue("Typed before the end")

  await press(page, "Sign out")
  await expect(page.getByText("You have signed out")).toBeVisible()
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("typed:")))).toEqual([])
  await signIn(page, other)
  await page.goto("/profile/edit")
  await expect(page.getByText("What you typed is still here")).toHaveCount(0)
})

test("what is typed to sign in again stays while the page around it learns that nobody is signed in @once", async ({
  assignedRequest,
  pageOf,
}) => {
  const { request, worker } = await assignedRequest()
  const page = await pageOf(worker)
  await page.goto(`/desk/requests/${request.id}`)
  const onTheirWay: Route[] = []
  await page.route(/\/sign-in/, (route) =>
    route.request().method() === "GET" ? void onTheirWay.push(route) : route.continue(),
  )
  await page.context().clearCookies()
  await page.getByRole("radio", { name: "Start work" }).check()
  await press(page, "Update status")
  await arrive(page, "Sign in")
  await fill(page, { "Email address": worker.email })
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible()
  await Promise.all(onTheirWay.map((route) => route.continue()))
  await expect(page.getByRole("button", { name: "Sign out" })).toHaveCount(0)
  await expect(page.getByLabel("Email address")).toHaveValue(worker.email)
})

test("saving at the desk moves nothing and is said once @once", async ({ assignedRequest, pageOf }) => {
  const { request, worker } = await assignedRequest()
  const page = await pageOf(worker)
  await page.setViewportSize({ width: 1000, height: 500 })
  await page.goto(`/desk/requests/${request.id}`)
  await page.getByRole("radio", { name: "Start work" }).check()
  const button = page.getByRole("button", { name: "Update status" })
  await button.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => window.scrollY)
  expect(before).toBeGreaterThan(0)
  await button.click()
  const said = page.getByRole("status").filter({ hasText: "Saved: " })
  await expect(said).toHaveCount(1)
  await expect(page.getByText("Work started").first()).toBeVisible()
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  expect(Math.abs((await page.evaluate(() => window.scrollY)) - before)).toBeLessThan(120)
  // Nothing is chosen, so that nothing can be saved.
  await button.click()
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeVisible()
  await expect(said).toHaveCount(0)
})

for (const side of ["customer", "staff"] as const)
  test(
    `a message of ${side} whose answer was lost is sent once, however often it is sent again`,
    ONLY_ONCE,
    async ({ assignedRequest, pageOf }) => {
      const { person, worker, request } = await assignedRequest()
      const isCustomer = side === "customer"
      const page = await pageOf(isCustomer ? person : worker)
      const address = isCustomer ? `/requests/${request.id}` : `/desk/requests/${request.id}`
      await page.goto(address)
      const box = isCustomer ? page.getByRole("textbox", { name: "Your message" }) : page.locator("#reply-text")
      await box.fill("We need a ladder.")
      let isLost = false
      await page.route(`**${address}`, async (route) => {
        if (isLost || route.request().method() !== "POST") return route.continue()
        isLost = true
        await route.fetch()
        await route.abort("connectionreset")
      })
      await press(page, isCustomer ? "Send message" : "Send reply")
      await expect(page.getByRole("alert").filter({ hasText: "No answer came" })).toBeVisible()
      const sent = page.getByRole("listitem").filter({ hasText: "We need a ladder." })
      await expect(sent).toHaveCount(1)
      await expect(box).toHaveValue("We need a ladder.")
      await page.getByRole("button", { name: "Try again" }).click()
      await expect(box).toHaveValue("")
      await page.reload()
      await expect(sent).toHaveCount(1)
      await expect(box).toHaveValue("")
    },
  )
