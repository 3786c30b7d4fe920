import type { Page } from "@playwright/test"
import { fileFor } from "../filing"
import { SUPERVISOR } from "../people"
import { arrive, expect, ONLY_ONCE, test } from "../visit"

const rowsOf = (page: Page) => page.locator("tbody tr")

/** How many rows are whole on the screen, and how high the highest is. */
const seen = (page: Page) =>
  rowsOf(page).evaluateAll((rows) => {
    const boxes = rows.map((row) => row.getBoundingClientRect())
    return {
      whole: boxes.filter(({ bottom }) => bottom <= innerHeight).length,
      highest: Math.max(...boxes.map(({ height }) => height)),
    }
  })

test(
  "52 requests are 50 lines and 2, of which a screen shows 16 beside 3 emergencies",
  ONLY_ONCE,
  async ({ as, newCustomer, newStaff, pageOf }) => {
    const [worker, supervisor] = [await newStaff(), await as(SUPERVISOR)]
    for (const part of [1, 2, 3, 4]) {
      const customer = await as(await newCustomer())
      const titles = Array.from({ length: 13 }, (_, at) => `Request ${part} ${at}, and ${"a long title ".repeat(8)}`)
      await Promise.all(
        titles.map((title, at) =>
          fileFor(customer, supervisor, worker.id, {
            title,
            category: at === 0 && part < 4 ? "gas_leak" : "meter_fault",
          }),
        ),
      )
    }
    const page = await pageOf(worker)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto("/desk")
    await page.getByLabel("Show only the first").check()
    await expect(page.getByText("1–50 of 52")).toBeVisible()
    await expect(
      page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^Emergencies ?3$/ }),
    ).toBeVisible()
    const wide = await seen(page)
    expect(wide.highest).toBeLessThanOrEqual(44)
    expect(wide.whole).toBeGreaterThanOrEqual(16)

    await page.getByRole("link", { name: "Next", exact: true }).click()
    await expect(page.getByText("51–52 of 52")).toBeVisible()
    await expect(rowsOf(page)).toHaveCount(2)
    await page.getByRole("link", { name: "Previous", exact: true }).click()
    await expect(page.getByText("1–50 of 52")).toBeVisible()

    await page.setViewportSize({ width: 375, height: 812 })
    expect((await seen(page)).highest).toBeLessThanOrEqual(64)
    // The views have a line of their own below who one is and what one looks for.
    const [find, account, views] = await Promise.all(
      [
        page.getByRole("link", { name: "Find" }),
        page.getByRole("navigation", { name: "Account" }),
        page.getByRole("navigation", { name: "Main" }),
      ].map((it) => it.evaluate((box) => box.getBoundingClientRect())),
    )
    expect(find?.right).toBeLessThanOrEqual(account?.left ?? 0)
    expect(views?.top).toBeGreaterThanOrEqual(account?.bottom ?? Number.NaN)

    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByLabel("Select all shown").check()
    await page.getByLabel("All 52 in this list").check()
    await expect(page.getByText("52 selected")).toBeVisible()
    await page.getByLabel("Change status to").selectOption("In progress")
    await page.getByRole("button", { name: "Change status" }).click()
    await expect(page.getByText("52 requests changed.")).toBeVisible({ timeout: 60_000 })
  },
)

test("a view and its filters are an address: each is cleared alone, and headings sort", async ({
  assignedRequest,
  pageOf,
}) => {
  const { worker, request } = await assignedRequest()
  const page = await pageOf(worker)
  const rail = page.getByRole("navigation", { name: "Main" })
  await page.goto("/desk")
  await rail.getByRole("link", { name: /^On hold/ }).click()
  await arrive(page, "On hold")
  await expect(page.getByText("No matching requests")).toBeVisible()
  await page.goto("/desk?status=on_hold&status=pending&priority=normal&from=2020-01-01")
  const chips = page.getByRole("list", { name: "Filters" })
  for (const chip of ["Waiting: clear", "Normal priority", "Received from 2020-01-01", "Received: clear"]) {
    await expect(page.getByText(request.reference)).toBeVisible()
    await chips.getByRole("link", { name: new RegExp(`^${chip.split(":")[0]} ?×? ?: clear`) }).click()
  }
  await expect(chips).toHaveCount(0)
  await expect(page).toHaveURL(/\/desk$/)

  await page.getByRole("columnheader", { name: "Age" }).getByRole("link").click()
  await expect(page.getByRole("columnheader", { name: "Age" })).toHaveAttribute("aria-sort", "ascending")
  await page.getByRole("columnheader", { name: "Due" }).getByRole("link").click()
  await expect(page).toHaveURL(/sort=due/)
  await expect(page.getByText(request.reference)).toBeVisible()
})

test("several statuses and days are chosen in a plain form", async ({ assignedRequest, pageOf }) => {
  const { worker, request } = await assignedRequest()
  const page = await pageOf(worker)
  await page.goto("/desk")
  await page.getByRole("link", { name: "Filters", exact: true }).click()
  await page.getByLabel("Open", { exact: true }).uncheck()
  await page.getByLabel("Received", { exact: true }).check()
  await page.getByLabel("Waiting", { exact: true }).check()
  await page.getByLabel("Received to").fill("2199-01-01")
  await page.getByRole("button", { name: "Show requests" }).click()
  await expect(page).toHaveURL(/status=pending&status=on_hold/)
  await expect(page.getByText(request.reference)).toBeVisible()
})
