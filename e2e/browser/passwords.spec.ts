import type { Page } from "@playwright/test"
import { fileRequest } from "../filing"
import { linkIn, mailTo } from "../mailbox"
import { newPerson, type Person, PREMISES } from "../people"
import { arrive, expect, expectMistake, fill, ONLY_ONCE, press, signIn, test } from "../visit"

async function register(page: Page, { name, phone, email, password }: Person): Promise<void> {
  await page.goto("/register")
  await fill(page, {
    "Full name": name,
    "Phone number": phone,
    "Email address": email,
    "Choose a password": password,
    "Address line 1": PREMISES.line1,
    "Town or city": PREMISES.town,
    Postcode: PREMISES.postcode,
  })
  await press(page, "Create account")
}

const words = (page: Page) => page.getByRole("main").textContent()

test("registering with a new address and with a known one look the same", ONLY_ONCE, async ({ as, page }) => {
  const person = newPerson()
  await register(page, person)
  await arrive(page, "Check your email")
  const fresh = await words(page)
  await register(page, { ...newPerson(), email: person.email })
  await arrive(page, "Check your email")
  expect(await words(page)).toBe(fresh)
  expect(fresh).toContain(person.email)
  await mailTo(as, person.email, { subject: /already/ })
})

test(
  "a customer who has not confirmed the address sees why a request is unassigned, and the link assigns it",
  ONLY_ONCE,
  async ({ as, newCustomer, page, pageOf }) => {
    const person = await newCustomer({ verified: false })
    const { id } = await fileRequest(await as(person))
    const mine = await pageOf(person)
    await mine.goto("/requests")
    await expect(mine.getByText("Confirm your email address so that we can start")).toBeVisible()
    await mine.goto(`/requests/${id}`)
    await expect(mine.getByText("Confirm your email address so that we can start")).toBeVisible()
    await press(mine, "Send the email again")
    await expect(mine.getByText("We have sent the email again")).toBeVisible()

    // In a browser that is not signed in, as on another device.
    const link = linkIn(await mailTo(as, person.email, { count: 2 }))
    await page.goto(link)
    await arrive(page, "Confirm your email address")
    await press(page, "Confirm")
    await arrive(page, "Email address confirmed")
    await page.goto(link)
    await arrive(page, "This link no longer works")

    await mine.goto(`/requests/${id}`)
    await expect(mine.getByText("Confirm your email address")).toHaveCount(0)
    await expect(mine.getByText("Not assigned yet")).toHaveCount(0)
  },
)

test("a forgotten password is replaced by a mailed link that works once", async ({ as, newCustomer, page }) => {
  const person = await newCustomer()
  await page.goto("/sign-in")
  await page.getByRole("link", { name: "Forgotten your password?" }).click()
  await arrive(page, "Forgotten password")
  await fill(page, { "Email address": newPerson().email })
  await press(page, "Send link")
  await arrive(page, "Check your email")
  await page.getByRole("link", { name: "ask for another link" }).click()
  await fill(page, { "Email address": person.email })
  await press(page, "Send link")
  await arrive(page, "Check your email")
  await expect(page.getByText("If there is an account with this email address")).toBeVisible()

  const link = linkIn(await mailTo(as, person.email, { subject: /Choose/ }))
  await page.goto(link)
  await arrive(page, "Choose a new password")
  const field = page.getByLabel("New password", { exact: true })
  await fill(page, { "New password": "Password123" })
  await press(page, "Change password")
  await expectMistake(page, "This password is too common. Choose another", field)
  await fill(page, { "New password": "seven green umbrellas" })
  await press(page, "Change password")
  await arrive(page, "Sign in")
  await expect(page.getByText("Password changed")).toBeVisible()
  await signIn(page, { ...person, password: "seven green umbrellas" })

  await page.goto(link)
  await arrive(page, "This link no longer works")
  await page.getByRole("link", { name: "Ask for a new link" }).click()
  await arrive(page, "Forgotten password")
})
