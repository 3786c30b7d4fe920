import type { Page } from "@playwright/test"
import { fileRequest } from "../filing"
import { arrive, expect, expectMistake, ONLY_ONCE, press, test } from "../visit"

const DOUBTFUL = { description: "There was a smell of gas in the hall last week.", happeningNow: false }

/** The card of a request's check, wherever in the list it stands. */
async function cardOf(page: Page, { reference }: { reference: string }) {
  const button = page.getByRole("button", { name: `Emergency ${reference}` })
  await expect(button.or(page.getByText(/more to check$/)).first()).toBeVisible()
  if (!(await button.isVisible())) await page.getByText(/more to check$/).click()
  return page.getByRole("listitem").filter({ has: button })
}

test("a request that may be an emergency comes to the desk by itself, and is answered there", async ({
  as,
  javaScriptEnabled: scripts,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  const person = await newCustomer()
  const page = await pageOf(await newStaff("supervisor"))
  await page.goto("/desk")
  const request = await fileRequest(await as(person), DOUBTFUL)
  if (!scripts) await page.reload()
  else
    await expect(
      page.getByRole("button", { name: `Emergency ${request.reference}`, includeHidden: true }),
    ).toBeAttached()
  const card = await cardOf(page, request)
  await expect(card).toContainText("Gas: “smell of gas”")
  const { line1, town, postcode } = request.premises
  await expect(card).toContainText(`${line1}, ${town}, ${postcode}`)
  await expect(card.getByRole("link", { name: person.phone })).toHaveAttribute("href", /^tel:/)
  await press(card, "Emergency")
  await expect(page.getByRole("alert").filter({ hasText: `${request.reference} is now an emergency` })).toBeVisible()
  await expect(card).toHaveCount(0)
})

test(
  "E and N answer the check that has the focus, and nothing while somebody types",
  ONLY_ONCE,
  async ({ as, newCustomer, newStaff, pageOf }) => {
    const customer = await as(await newCustomer())
    const [request, other] = [await fileRequest(customer, DOUBTFUL), await fileRequest(customer, DOUBTFUL)]
    const page = await pageOf(await newStaff("supervisor"))
    await page.goto("/desk")
    const card = await cardOf(page, request)
    await expect(page.getByText("With the focus on a check:")).toBeVisible()
    await page.getByRole("searchbox").first().pressSequentially("nene")
    await expect(card).toBeVisible()
    await expect(card.getByRole("button", { name: "No danger" })).toHaveAttribute("aria-keyshortcuts", "N")
    await card.locator("summary").focus()
    await page.keyboard.press("Control+n")
    await expect(card).toBeVisible()
    await page.keyboard.press("n")
    await expect(page.getByRole("alert").filter({ hasText: `${request.reference}: no danger` })).toBeVisible()
    await expect(card).toHaveCount(0)
    // Whoever answers one after the other does not have to look for the next.
    await expect(page.locator("[data-danger-check] summary:focus")).toHaveCount(1)

    await page.getByRole("link", { name: "Team", exact: true }).click()
    await arrive(page, "Team")
    await (await cardOf(page, other)).locator("summary").focus()
    await page.keyboard.press("e")
    await expect(page.getByRole("alert").filter({ hasText: `${other.reference} is now an emergency` })).toBeVisible()
  },
)

test("whoever answers after somebody else is told what they said, and the customer reads what to do meanwhile", async ({
  as,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  const person = await newCustomer()
  const request = await fileRequest(await as(person), DOUBTFUL)
  const customer = await pageOf(person)
  await customer.goto(`/requests/${request.id}`)
  await expect(customer.getByText("We are checking whether this is an emergency")).toBeVisible()
  await expect(
    customer.getByText("If you smell gas or feel unwell, go outside and call 0800 111 999 now."),
  ).toBeVisible()
  await expect(customer.getByText(/possible danger/i)).toHaveCount(0)

  const [first, second] = [await newStaff("supervisor"), await newStaff("supervisor")]
  const page = await pageOf(second, "hears nothing")
  await page.goto(`/desk/requests/${request.id}`)
  await arrive(page, request.title)
  await (await as(first)).put(`/requests/${request.id}/danger-check`, { danger: false })
  await press(page.getByRole("region", { name: "is this an emergency?" }), "Emergency")
  await expect(
    page
      .getByRole("alert")
      .filter({ hasText: `${request.reference} was already checked by ${first.name}: no danger.` }),
  ).toBeVisible()
  await customer.reload()
  await expect(customer.getByText("Checked: not an emergency")).toBeVisible()
  await expect(customer.getByText("We are checking whether this is an emergency")).toHaveCount(0)
})

test("a message that a customer writes is kept when it is refused, and what it says of a danger is checked like a request", async ({
  as,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  const person = await newCustomer()
  const request = await fileRequest(await as(person), { category: "billing" })
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}`)
  const details = page.getByRole("textbox", { name: "Your message" })
  await details.fill("x".repeat(5001))
  await press(page, "Send message")
  await expectMistake(page, "Message must be 5,000 characters or fewer", details)
  await expect(details).toHaveValue("x".repeat(5001))
  await details.fill("Now it smells of gas in the kitchen.")
  await press(page, "Send message")
  await expect(page.getByRole("alert").filter({ hasText: "We have your message" })).toBeVisible()
  await expect(page.getByText("We are checking whether this is an emergency")).toBeVisible()
  await expect(page.getByText("If you smell gas or feel unwell, go outside and call 0800 111 999 now.")).toBeVisible()
  await expect(page.getByRole("listitem").filter({ hasText: "Your message" })).toContainText("Now it smells of gas")

  const desk = await pageOf(await newStaff("supervisor"))
  await desk.goto("/desk")
  const card = await cardOf(desk, request)
  await card.locator("summary").click()
  await expect(card).toContainText("Added later: Now it smells of gas in the kitchen.")
  await press(card, "Emergency")
  await expect(desk.getByRole("alert").filter({ hasText: `${request.reference} is now an emergency` })).toBeVisible()
})
