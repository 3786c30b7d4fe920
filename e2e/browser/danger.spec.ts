import type { ServiceRequest } from "@/lib/requests/contract"
import { answer, type PageOf } from "../api"
import { chooseCategory, confirmPremises, EMERGENCY_LINK, fileNow, giveDetails } from "../filing-pages"
import { SUPERVISOR } from "../people"
import { arrive, expect, fill, ONLY_ONCE, press, test } from "../visit"

const ADVICE = "If you smell gas, get out and call"
const WORDS = { Title: "My bill is too high", Description: "It has doubled. Es riecht im Keller nach Gas." }

test("words of danger in an ordinary request are asked about; it becomes an emergency that the desk sees first", async ({
  as,
  newCustomer,
  pageOf,
}) => {
  const person = await newCustomer()
  const page = await pageOf(person)
  const card = page.getByRole("region", { name: ADVICE })
  await chooseCategory(page, "Billing query")
  await giveDetails(page, WORDS)
  await arrive(page, "Is this happening now?")
  await expect(page.getByText("You wrote: “riecht im Keller nach Gas”")).toBeVisible()
  await expect(card.getByRole("link", EMERGENCY_LINK)).toHaveAttribute("href", "tel:0800111999")

  const yes = page.getByRole("button", { name: "Yes, it is happening now" })
  await yes.focus()
  await page.keyboard.press("Enter")
  await arrive(page, ADVICE)
  await expect(card).toBeVisible()
  await page.getByRole("link", { name: "I am safe" }).click()
  await confirmPremises(page)
  await page.getByRole("link", { name: "Continue" }).click()
  await arrive(page, "Check your answers")
  await expect(card).toBeVisible()
  const reference = await fileNow(page)
  await expect(card).toBeVisible()

  const supervisor = await as(SUPERVISOR)
  const { items } = await answer<PageOf<ServiceRequest>>(supervisor.get(`/requests?q=${reference}`), 200)
  expect(items[0]).toMatchObject({ category: "billing", priority: "emergency" })
  const desk = await pageOf(SUPERVISOR, "hears nothing")
  await desk.goto(`/desk/requests/${items[0]?.id}`)
  await expect(
    desk.getByText("Category: Billing query. The customer wrote: “riecht im Keller nach Gas”."),
  ).toBeVisible()
})

test(
  "what is not happening now goes on as it was, until other words are written",
  ONLY_ONCE,
  async ({ as, newCustomer, pageOf }) => {
    const person = await newCustomer()
    const page = await pageOf(person)
    await chooseCategory(page, "Billing query")
    await giveDetails(page, WORDS)
    await press(page, "No, it is not happening now")
    await confirmPremises(page)
    await page.getByRole("link", { name: "Continue" }).click()
    await arrive(page, "Check your answers")
    await expect(page.getByRole("region", { name: ADVICE })).toHaveCount(0)

    await page.getByRole("link", { name: "Change the description" }).click()
    await fill(page, { Description: "Es riecht im Flur nach Gas, das war gestern noch nicht so." })
    await press(page, "Save and continue")
    await arrive(page, "Is this happening now?")
    await press(page, "No, it is not happening now")
    const reference = await fileNow(page)
    await expect(page.getByRole("region", { name: ADVICE })).toHaveCount(0)

    const supervisor = await as(SUPERVISOR)
    const { items } = await answer<PageOf<ServiceRequest>>(supervisor.get(`/requests?q=${reference}`), 200)
    expect(items[0]).toMatchObject({ priority: "low" })
    const desk = await pageOf(SUPERVISOR, "hears nothing")
    await desk.goto(`/desk/requests/${items[0]?.id}`)
    const check = desk.getByRole("region", { name: "Check for danger: is this an emergency?" })
    await expect(check).toContainText("They say it is not happening now.")
    await press(check, "No danger")
    await expect(desk.getByRole("alert").filter({ hasText: `${reference}: no danger` })).toBeVisible()
    await expect(desk.getByText("The customer says this is not happening now", { exact: true })).toBeVisible()
  },
)
