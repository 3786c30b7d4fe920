import { fileRequest } from "../filing"
import { SUPERVISOR } from "../people"
import { expect, ONLY_ONCE, press, test } from "../visit"

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

test(
  "however many emergencies there are, seven of them stand on a wide screen, and the list has the others to take",
  ONLY_ONCE,
  async ({ as, newCustomer, pageOf }) => {
    for (const _ of Array(9))
      await fileRequest(await as(await newCustomer()), { category: "gas_leak", title: "Smell of gas in the hall" })
    const page = await pageOf(SUPERVISOR)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto("/desk")
    const banner = page.getByRole("region", { name: "Emergencies" })
    await press(banner, "Not now")
    await expect(banner.getByRole("button", { name: /^I have it/ })).toHaveCount(7)
    // About half of the screen, with a line for those of one street that are taken together.
    expect((await banner.boundingBox())?.height).toBeLessThanOrEqual(500)
    await banner.getByRole("checkbox", { name: /^Show all \d+/ }).check()
    expect(await banner.getByRole("button", { name: /^I have it/ }).count()).toBeGreaterThanOrEqual(9)
    await banner.getByRole("link", { name: /^\d+ more in the list$/ }).click()
    const rows = page.getByRole("table").getByRole("button", { name: /I have it/ })
    expect(await rows.count()).toBeGreaterThanOrEqual(9)
  },
)
