import type { Locator, Page } from "@playwright/test"
import { answer } from "../api"
import { fileRequest } from "../filing"
import { deliverMail } from "../inbound-mails"
import { ADMINISTRATOR, SUPERVISOR } from "../people"
import { arrive, expect, ONLY_ONCE, press, test } from "../visit"

/** How many emails a banner counts; none where it is not there. */
async function countedIn(banner: Locator): Promise<number> {
  const text = (await banner.allTextContents()).join()
  return /An email may/.test(text) ? 1 : Number(/(\d+) emails may/.exec(text)?.[1] ?? 0)
}

test("an email that is no answer to ours waits for a supervisor, who adds it to a request or drops it", async ({
  as,
  newCustomer,
  pageOf,
  request,
}) => {
  const customer = await as(await newCustomer())
  const { id, reference } = await fileRequest(customer)
  const administrator = await as(ADMINISTRATOR)
  const subject = `About my meter ${crypto.randomUUID()}`
  await deliverMail(administrator, request, { subject, text: "The key is with the neighbour.\n\n> quoted" })
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto("/desk/team")
  await page.getByRole("link", { name: /^Emails to check: \d+/ }).click()
  await arrive(page, "Emails to check")
  const item = page.getByRole("listitem").filter({ hasText: subject })
  await expect(item).toContainText("Not an answer to our emails")
  await item.getByText("Add to a request").click()
  await item.getByLabel("Request", { exact: true }).fill("GR-9999-9999")
  await item.getByRole("button", { name: "Add as message" }).click()
  await expect(item.getByText("Enter the reference of a request, like GR-7K3M-9Q2F").first()).toBeVisible()
  await item.getByLabel("Request", { exact: true }).fill(reference)
  await item.getByRole("button", { name: "Add as message" }).click()
  await expect(page.getByText("Email added to the request")).toBeVisible()
  await expect(item).toHaveCount(0)
  const { items } = await answer<{ items: { kind: string; data: object }[] }>(
    customer.get(`/requests/${id}/timeline`),
    200,
  )
  expect(items).toContainEqual(
    expect.objectContaining({
      data: { message: "The key is with the neighbour.", from: "customer", channel: "email" },
    }),
  )

  const other = `Something else ${crypto.randomUUID()}`
  await deliverMail(administrator, request, { subject: other, text: "Buy this" })
  await page.goto("/desk/team/emails")
  await press(page, `Drop email ${other}`)
  await expect(page.getByText("Email removed")).toBeVisible()
  await expect(page.getByRole("listitem").filter({ hasText: other })).toHaveCount(0)
})

test(
  "an email that may report a danger stands above every page of a supervisor until somebody has dealt with it",
  ONLY_ONCE,
  async ({ as, pageOf, request }) => {
    const administrator = await as(ADMINISTRATOR)
    const page = await pageOf(SUPERVISOR)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto("/desk/customers")
    const bannerOf = (it: Page) => it.getByRole("region", { name: "Emails that may report a danger" })
    const banner = bannerOf(page)
    const subject = `Help ${crypto.randomUUID()}`
    await deliverMail(administrator, request, { subject, text: "It smells of gas in the whole house now." })
    await expect(banner).toBeVisible({ timeout: 15_000 })
    await page.goto("/notifications")
    await expect(page.getByRole("link", { name: "An email may report a danger" }).first()).toBeVisible()
    await banner.getByRole("link", { name: /^Read (it|them) now$/ }).click()
    await arrive(page, "Emails to check")
    await expect(page.getByRole("listitem").filter({ hasText: subject })).toContainText("May report a danger")
    const other = await page.context().newPage()
    await other.goto("/desk/customers")
    await expect(bannerOf(other)).toBeVisible()
    const count = await countedIn(bannerOf(other))
    await press(page, `Drop email ${subject}`)
    await expect(page.getByText("Email removed")).toBeVisible()
    await expect(page.getByRole("listitem").filter({ hasText: subject })).toHaveCount(0)
    for (const it of [page, other])
      await expect.poll(() => countedIn(bannerOf(it)), { timeout: 15_000 }).toBe(count - 1)
    await other.close()
  },
)
