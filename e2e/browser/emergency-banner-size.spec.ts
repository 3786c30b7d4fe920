import { fileRequest } from "../filing"
import { SUPERVISOR } from "../people"
import { expect, ONLY_ONCE, test } from "../visit"

test(
  "seven emergencies leave the page below within reach on the smallest phone",
  ONLY_ONCE,
  async ({ as, newCustomer, pageOf }) => {
    for (const _ of Array(7))
      await fileRequest(await as(await newCustomer()), { category: "gas_leak", title: "Smell of gas in the hall" })
    const page = await pageOf(SUPERVISOR)
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto("/desk")
    const banner = page.getByRole("region", { name: "Emergencies" })
    await expect(banner.getByText("Sound an alarm for emergencies?")).toBeVisible()
    await expect(banner.getByRole("button", { name: /^I have it/ }).first()).toBeInViewport()
    const box = await banner.boundingBox()
    expect(box?.height).toBeLessThanOrEqual(480)
    // The phone number of whoever called is on the first screen as well.
    await expect(banner.getByRole("link", { name: /^\d/ }).first()).toBeInViewport()
  },
)
