import { KEPT } from "../files"
import {
  answerDanger,
  chooseCategory,
  chooseFiles,
  confirmPremises,
  DETAILS,
  EMERGENCY_LINK,
  fileNow,
  giveDetails,
} from "../filing-pages"
import { arrive, expect, expectMistake, fill, ONLY_ONCE, press, test } from "../visit"

test("a customer files a request step by step, with a photo, and follows it", async ({
  javaScriptEnabled: scripts,
  newCustomer,
  pageOf,
}) => {
  const page = await pageOf(await newCustomer())
  await chooseCategory(page, "No gas or low pressure")
  await giveDetails(page)
  await confirmPremises(page)
  const files = [
    { name: "boiler.png", content: KEPT["image/png"] },
    { name: "wrong.txt", content: "Not this one" },
  ]
  await chooseFiles(page, scripts, files)
  await press(page, "Remove wrong.txt")
  await expect(page.getByRole("link", { name: "wrong.txt" })).toHaveCount(0)
  if (scripts) {
    // Whoever hears the page is told, and goes on from there.
    await expect(page.getByRole("status").filter({ hasText: /wrong\.txt.* was removed/ })).toBeFocused()
  }
  await expect(page.getByRole("link", { name: "boiler.png", exact: true })).toBeVisible()
  await page.getByRole("link", { name: "Continue" }).click()

  await arrive(page, "Check your answers")
  for (const answer of ["No gas or low pressure", DETAILS.Title, DETAILS.Description, "Chapel Row", "boiler.png"])
    await expect(page.getByRole("main").getByText(answer)).toBeVisible()
  await page.getByRole("link", { name: "Change the title" }).click()
  await arrive(page, "Tell us about it")
  await expect(page.getByLabel("Description")).toHaveValue(DETAILS.Description)
  await fill(page, { Title: "Boiler display shows E119 again" })
  await press(page, "Save and continue")

  const reference = await fileNow(page)
  await expect(page.getByText(/We have assigned your request|All our staff are busy/)).toBeVisible()
  await page.getByRole("link", { name: "Track this request" }).click()
  await arrive(page, "Boiler display shows E119 again")
  await expect(page.getByText(reference, { exact: true })).toBeVisible()
  await expect(page.getByText("Request received")).toBeVisible()
  await expect(page.getByRole("link", { name: "boiler.png", exact: true })).toBeVisible()
})

for (const [category, advice] of [
  ["Gas smell or leak", "If you smell gas, get out and call"],
  ["Carbon monoxide (CO) alarm", "If a carbon monoxide alarm sounds, get into fresh air and call"],
] as const)
  test(`“${category}” says what to do before any field, and again when it is filed`, async ({
    newCustomer,
    pageOf,
  }) => {
    const page = await pageOf(await newCustomer())
    const card = page.getByRole("region", { name: advice })
    await chooseCategory(page, category)
    await arrive(page, advice)
    await expect(card.getByRole("link", EMERGENCY_LINK)).toHaveAttribute("href", "tel:0800111999")
    const main = page.getByRole("main")
    await expect(main.locator("input:visible, textarea, select")).toHaveCount(0)
    const [whole, width] = [await main.boundingBox(), await card.boundingBox()]
    expect(width?.width).toBeGreaterThan((whole?.width ?? 0) * 0.8)

    await page.getByRole("link", { name: "I am safe" }).click()
    await giveDetails(page)
    await confirmPremises(page)
    await page.getByRole("link", { name: "Continue" }).click()
    await fileNow(page)
    await expect(card.getByRole("link", EMERGENCY_LINK)).toHaveAttribute("href", "tel:0800111999")
    await expect(main.getByText(/nobody has confirmed yet|confirmed at/)).toBeVisible()
    await expect(main).not.toContainText("delete the request")
    await page.getByRole("link", { name: "Track this request" }).click()
    await expect(page.getByText("Emergency", { exact: true })).toBeVisible()
  })

test("each step says what is missing, takes the focus there, and keeps what was typed", async ({
  javaScriptEnabled: scripts,
  newCustomer,
  pageOf,
}) => {
  const page = await pageOf(await newCustomer())
  await answerDanger(page, "None of these")
  await arrive(page, "What do you need help with?")
  await press(page, "Save and continue")
  await expectMistake(page, "Choose what you need help with", page.getByRole("radio").first(), page.getByRole("group"))

  await chooseCategory(page, "Meter fault")
  await arrive(page, "Tell us about it")
  await fill(page, { Title: "Hm", Description: "It is blank since Monday." })
  await press(page, "Save and continue")
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" })
  if (scripts) await expect(summary).toBeFocused()
  if (scripts) await expect(page).toHaveTitle(/^Error: /)
  await expectMistake(page, "Title must be at least 5 characters", page.getByLabel("Title"))
  await expectMistake(
    page,
    "Choose how we should contact you",
    page.getByRole("radio").first(),
    page.getByRole("group"),
  )
  await expect(page.getByLabel("Title")).toHaveValue("Hm")
  await expect(page.getByLabel("Description")).toHaveValue("It is blank since Monday.")
})

test("what was begun is kept, continued from anywhere, and discarded when nobody wants it", async ({
  newCustomer,
  pageOf,
}) => {
  const person = await newCustomer()
  const page = await pageOf(person)
  await chooseCategory(page, "Billing query")
  await giveDetails(page)
  await arrive(page, "Where is it?")

  const elsewhere = await pageOf(person)
  await elsewhere.goto("/requests")
  await expect(elsewhere.getByText(`Billing query: ${DETAILS.Title}`).first()).toBeVisible()
  await elsewhere.getByRole("link", { name: "Continue" }).click()
  await arrive(elsewhere, "Where is it?")
  await elsewhere.goto("/requests")
  await elsewhere.getByRole("link", { name: "Discard" }).click()
  await press(elsewhere, "Discard request")
  await expect(elsewhere.getByText("Unfinished request discarded")).toBeVisible()

  await page.reload()
  await expect(page.getByText("This unfinished request no longer exists")).toBeVisible()
})

test("filing the same answers twice files them once", ONLY_ONCE, async ({ newCustomer, pageOf }) => {
  const person = await newCustomer()
  const pages = [await pageOf(person), await pageOf(person)] as const
  await chooseCategory(pages[0], "Complaint")
  await giveDetails(pages[0])
  await confirmPremises(pages[0])
  const check = pages[0].url().replace("/attachments", "/check")
  for (const page of pages) await page.goto(check)
  const reference = await fileNow(pages[0])
  await press(pages[1], "Send request")
  await arrive(pages[1], "We have your request")
  await expect(pages[1].getByRole("main").getByText(reference)).toBeVisible()
  await pages[1].goto(check)
  await arrive(pages[1], "We have your request")
})
