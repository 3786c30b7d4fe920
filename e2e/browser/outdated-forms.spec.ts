import { expect, test } from "@playwright/test"
import { newPerson } from "../people"

const GONE = `40${"0".repeat(40)}`

test("a page that was open during an update asks to send again, with what was typed @once", async ({ page }) => {
  const { email } = newPerson()
  await page.goto("/forgot")
  await page.route("**/forgot", (route) => {
    const headers = route.request().headers()
    return route.continue({ headers: headers["next-action"] ? { ...headers, "next-action": GONE } : headers })
  })
  const field = page.getByRole("textbox", { name: /e-?mail/i })
  await field.fill(email)
  await page.locator("main").getByRole("button").first().click()
  await expect(page.getByRole("alert")).toContainText("Send this again")
  await expect(field).toHaveValue(email)

  await page.unroute("**/forgot")
  await page.locator("main").getByRole("button").first().click()
  await expect(page).toHaveURL(/\/forgot\/sent$/)
})
