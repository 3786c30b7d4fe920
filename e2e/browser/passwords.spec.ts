import type { Page } from "@playwright/test"
import { linkIn, mailTo } from "../mailbox"
import { AMARA, newPerson, type Person, PREMISES } from "../people"
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
  "who has lost the mail is sent the link again without signing in, and a link works once",
  ONLY_ONCE,
  async ({ as, page }) => {
    const person = newPerson()
    await register(page, person)
    await arrive(page, "Check your email")
    await mailTo(as, person.email)
    const sent: (string | null)[] = []
    for (const email of [AMARA.email, person.email]) {
      await page.goto("/sign-in")
      await page.getByRole("link", { name: "Send the link again" }).click()
      await arrive(page, "Confirm your email address")
      await fill(page, { "Email address": email })
      await press(page, "Send link")
      await arrive(page, "Check your email")
      sent.push((await words(page))?.replace(email, "") ?? null)
    }
    expect(sent[0]).toBe(sent[1])
    const link = linkIn(await mailTo(as, person.email, { count: 2 }))
    await page.goto(link)
    await press(page, "Confirm email address")
    await arrive(page, "Email address confirmed")
    await page.goto(link)
    await arrive(page, "This link no longer works")
    await page.getByRole("link", { name: "Ask for a new link" }).click()
    await arrive(page, "Confirm your email address")
    await signIn(page, person)
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
