import { SUPERVISOR } from "../people"
import { arrive, expect, press, test } from "../visit"

test("a supervisor sees how the service is doing, narrows it down and follows a number to its requests", async ({
  pageOf,
}) => {
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto("/desk/overview")
  await arrive(page, "Overview")
  await expect(page.getByRole("img", { name: /^Requests by day, / })).toBeVisible()
  await page.getByText("Table: In time by category").click()
  await expect(page.getByRole("table", { name: "Figures by category" })).toBeVisible()
  await page.getByLabel("Category").selectOption({ label: "Meter fault" })
  await press(page, "Show")
  await page.waitForURL(/category=meter_fault/)
  await expect(page.getByLabel("Category")).toHaveValue("meter_fault")
  await page.getByRole("list", { name: "Now" }).getByRole("link", { name: "Open" }).click()
  await page.waitForURL(/\/desk\?.*category=meter_fault/)
})

test("each table of the overview is downloaded as it was narrowed down", async ({ pageOf }) => {
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto("/desk/overview?category=gas_leak")
  const download = page.waitForEvent("download")
  await page.getByRole("link", { name: /^CSV ?: In time by category$/ }).click()
  expect((await download).suggestedFilename()).toMatch(/^categories-.*\.csv$/)
})

test("a period that cannot be shown is told, and the usual one shown", async ({ pageOf }) => {
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto("/desk/overview?from=2026-02-01&to=2026-01-01")
  await expect(page.getByText("The last day must not be before the first")).toBeVisible()
})
