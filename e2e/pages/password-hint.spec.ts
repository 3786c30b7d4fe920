import { expect, press, test } from "../visit"

test("a password can be pasted and shown, and a hint says how strong it seems", async ({ page }) => {
  await page.goto("/register")
  const field = page.getByLabel("Choose a password", { exact: true })
  const hint = page.locator("[aria-live=polite]").filter({ hasText: /Short|Weak|Fair|Strong/ })
  await field.fill("1234")
  await expect(hint).toContainText("Short")
  await field.fill("password1")
  await expect(hint).toContainText("Weak")
  await field.fill("greenlamp")
  await expect(hint).toContainText("Fair")
  await field.evaluate((input: HTMLInputElement) => input.select())
  await page.evaluate(() => document.execCommand("insertText", false, "correct horse battery"))
  await expect(hint).toContainText("Strong")
  await press(page, "Show password")
  await expect(field).toHaveAttribute("type", "text")
  await expect(field).toHaveValue("correct horse battery")
})
