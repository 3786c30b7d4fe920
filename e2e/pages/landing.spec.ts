import type { Page } from "@playwright/test"
import { arrive, expect, test } from "../visit"

const footer = (page: Page) => page.getByRole("contentinfo").getByRole("link")

test("the first page leads those who are signed in to their work, and staff's links stand apart from customers'", async ({
  newCustomer,
  newStaff,
  page,
  pageOf,
}) => {
  await page.goto("/")
  await expect(page.getByRole("link", { name: "Track a request" })).toHaveAttribute("href", "/sign-in")
  const others = page.getByRole("navigation", { name: "Staff and developers" }).getByRole("link")
  await expect(others).toHaveText(["Register as staff", "For developers"])
  for (const path of ["/register", "/sign-in"]) {
    await page.goto(path)
    await expect(page.getByRole("main").getByText(/staff/)).toHaveCount(0)
  }

  const customer = await pageOf(await newCustomer())
  await customer.goto("/")
  await expect(customer.getByRole("main").getByRole("link", { name: /Create an account|Track/ })).toHaveCount(0)
  await expect(footer(customer).filter({ hasText: /staff|developers/ })).toHaveCount(0)
  await customer.getByRole("main").getByRole("link", { name: "Your requests" }).click()
  await arrive(customer, "Your requests")

  const worker = await pageOf(await newStaff())
  await worker.goto("/")
  await worker.getByRole("link", { name: "Continue to your work" }).click()
  await arrive(worker, "Assigned to you")
})

test("privacy, accessibility and terms are linked at the foot of a page and when registering", async ({ page }) => {
  await page.goto("/register")
  const main = page.getByRole("main")
  await expect(main.getByRole("link", { name: "terms of use" })).toHaveAttribute("href", "/terms")
  await expect(main.getByRole("link", { name: "privacy notice" })).toHaveAttribute("href", "/privacy")
  for (const [link, title] of [
    ["Privacy", "Privacy notice"],
    ["Accessibility", "Accessibility statement"],
    ["Terms", "Terms of use"],
  ] as const) {
    await footer(page).filter({ hasText: link }).click()
    await arrive(page, title)
  }
})
