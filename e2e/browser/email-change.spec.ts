import type { Page } from "@playwright/test"
import { linkIn, mailTo } from "../mailbox"
import { newPerson, type Person } from "../people"
import { arrive, expect, expectMistake, fill, press, test } from "../visit"

async function enter(page: Page, { email, password }: Person): Promise<void> {
  await fill(page, { "Email address": email, Password: password })
  await press(page, "Sign in")
}

test("an email address is changed by a link to the new one, opened where nobody is signed in", async ({
  as,
  newCustomer,
  page,
  pageOf,
}) => {
  const person = await newCustomer()
  const email = newPerson().email
  const mine = await pageOf(person)
  await mine.goto("/profile")
  await mine.getByRole("link", { name: "Change email address" }).click()
  await arrive(mine, "Change your email address")
  await fill(mine, { "New email address": email, "Current password": "not my password" })
  await press(mine, "Send link")
  await expectMistake(mine, "Your current password is not correct", mine.getByLabel("Current password"))
  await expect(mine.getByLabel("New email address")).toHaveValue(email)
  await fill(mine, { "Current password": person.password })
  await press(mine, "Send link")
  await expect(mine.getByText("We have sent a link to your new email address")).toBeVisible()
  await mailTo(as, person.email, { subject: /requested/ })

  await page.goto(linkIn(await mailTo(as, email, { subject: /new email/ })))
  await arrive(page, "Sign in")
  await enter(page, person)
  await arrive(page, "Confirm your new email address")
  await expect(page.getByText(email)).toBeVisible()
  await press(page, "Change email address")
  await expect(page.getByText("Email address changed")).toBeVisible()
  await mailTo(as, person.email, { subject: /was changed/ })
  await mine.goto("/profile")
  await arrive(mine, "Sign in")
  await enter(mine, { ...person, email })
  await arrive(mine, "Your profile")
})
