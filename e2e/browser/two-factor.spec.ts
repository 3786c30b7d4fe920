import type { Page } from "@playwright/test"
import { apiOf } from "../api"
import { fileRequest } from "../filing"
import { mailTo } from "../mailbox"
import { ADMINISTRATOR, type Person, SUPERVISOR } from "../people"
import { appFor, enrol } from "../two-factor"
import { arrive, expect, expectMistake, fill, ONLY_ONCE, press, test } from "../visit"

const CODE = "Code from your app"

async function givePassword(page: Page, { email, password }: Person, path = "/sign-in") {
  await page.goto(path)
  await fill(page, { "Email address": email, Password: password })
  await press(page, "Sign in")
  await arrive(page, "Enter your code")
}

const code = (page: Page) => page.getByLabel(CODE)

/** Without scripts there is no button that does nothing. */
async function expectCopied(page: Page, scripts: boolean, button: string, text: string) {
  if (!scripts) return expect(page.getByRole("button", { name: button })).toHaveCount(0)
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
  await press(page, button)
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
}

test("two-factor: a customer sets it up, and signs in with a code to where they wanted to go", async ({
  javaScriptEnabled: scripts,
  newCustomer,
  pageOf,
}) => {
  const person = await newCustomer()
  const [page, elsewhere] = [await pageOf(person), await pageOf(person)]
  await page.goto("/profile")
  await page.getByRole("link", { name: "Set up two-factor authentication" }).click()
  await arrive(page, "Two-factor authentication")
  await fill(page, { "Current password": "not this one" })
  await press(page, "Continue")
  await expectMistake(
    page,
    "Your current password is not correct. Enter it again",
    page.getByLabel("Current password", { exact: true }),
  )
  await fill(page, { "Current password": person.password })
  await press(page, "Continue")

  await arrive(page, "Set up your app")
  await expect(page.getByRole("img", { name: "QR code" })).toBeVisible()
  const key = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? ""
  // On a phone the app is on the device that shows the page, and cannot scan it.
  await expect(page.getByRole("link", { name: "Open in your authenticator app" })).toHaveAttribute(
    "href",
    new RegExp(`^otpauth://totp/.*secret=${key.replaceAll(" ", "")}`),
  )
  await expectCopied(page, scripts, "Copy key", key.replaceAll(" ", ""))
  const app = appFor(key.replaceAll(" ", ""))
  await fill(page, { [CODE]: "12 34" })
  await press(page, /^Turn on$/)
  await expectMistake(page, "Enter the 6 digits shown in your app", code(page))
  await fill(page, { [CODE]: app() })
  await press(page, /^Turn on$/)
  await expect(page.getByText("Save these recovery codes")).toBeVisible()
  const codes = (await page.locator("pre").textContent()) ?? ""
  expect(codes.split("\n")).toHaveLength(10)
  await expectCopied(page, scripts, "Copy codes", codes)
  await page.getByRole("link", { name: "I have saved these codes" }).click()
  await expect(page.getByText("You have 10 recovery codes left.")).toBeVisible()
  await page.goto("/profile/two-factor/confirm")
  await expect(page.locator("pre")).toHaveCount(0)
  await elsewhere.goto("/profile")
  await arrive(elsewhere, "Sign in")

  await page.getByRole("button", { name: "Sign out" }).click()
  await expect(page.getByText("You have signed out")).toBeVisible()
  await givePassword(page, person, "/sign-in?next=/requests/new")
  await fill(page, { [CODE]: "000000" })
  await press(page, "Sign in")
  await expectMistake(
    page,
    "That code is not right, or has been used. Enter the latest code from your app, or another recovery code",
    code(page),
  )
  await fill(page, { [CODE]: app() })
  await press(page, "Sign in")
  await arrive(page, "Is anyone in danger right now?")
})

test(
  "two-factor: between password and code nothing is open, and wrong codes lead back in the end",
  ONLY_ONCE,
  async ({ as, newCustomer, page }) => {
    const person = await newCustomer()
    await enrol(await as(person), person.password)
    await givePassword(page, person)
    expect((await apiOf(page.request).get("/profile")).status()).toBe(401)
    await page.goto("/profile")
    await arrive(page, "Sign in")
    await page.goto("/sign-in/code")
    // With scripts a press is not heard while the one before is on its way.
    await expect(async () => {
      await fill(page, { [CODE]: "000000" })
      await press(page, "Sign in")
      await expect(page.getByText(/sign in again/i).first()).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await page.goto("/sign-in/code")
    await arrive(page, "Sign in")
  },
)

test(
  "two-factor: recovery codes work once each, new ones replace them, and it can be turned off",
  ONLY_ONCE,
  async ({ as, newCustomer, page }) => {
    const person = await newCustomer()
    const { recoveryCodes } = await enrol(await as(person), person.password)
    const [first = "", second = "", third = ""] = recoveryCodes
    await givePassword(page, person)
    await page.getByRole("link", { name: "Use a recovery code" }).click()
    await arrive(page, "Enter a recovery code")
    await fill(page, { "Recovery code": first.replaceAll("-", "").toLowerCase() })
    await press(page, "Sign in")
    await arrive(page, "Your requests")

    await page.goto("/profile/two-factor/codes")
    await fill(page, { "Current password": person.password, [CODE]: first })
    await press(page, "Create new recovery codes")
    await expectMistake(
      page,
      "That code is not right, or has been used. Enter the latest code from your app, or another recovery code",
      code(page),
    )
    await fill(page, { "Current password": person.password, [CODE]: second })
    await press(page, "Create new recovery codes")
    await expect(page.getByText("Save these recovery codes")).toBeVisible()
    const [fresh = ""] = (await page.locator("pre").textContent())?.split("\n") ?? []

    await page.goto("/profile/two-factor")
    await page.getByRole("link", { name: "Turn off" }).click()
    await arrive(page, "Turn off two-factor authentication")
    await fill(page, { "Current password": person.password, [CODE]: third })
    await press(page, "Turn off")
    await expectMistake(
      page,
      "That code is not right, or has been used. Enter the latest code from your app, or another recovery code",
      code(page),
    )
    await fill(page, { "Current password": person.password, [CODE]: fresh })
    await press(page, "Turn off")
    await expect(page.getByText("Two-factor authentication turned off")).toBeVisible()
  },
)

test(
  "two-factor: an administrator removes what somebody has lost",
  ONLY_ONCE,
  async ({ as, newStaff, page, pageOf }) => {
    const person = await newStaff()
    await enrol(await as(person), person.password)
    const administrator = await pageOf(ADMINISTRATOR)
    await administrator.goto(`/admin/staff/${person.id}`)
    await administrator.getByRole("link", { name: "Two-factor authentication" }).click()
    await press(administrator, "Remove two-factor authentication")
    await expect(administrator.getByText(`Two-factor authentication removed for ${person.name}`)).toBeVisible()
    await administrator.getByRole("link", { name: person.name }).click()
    await arrive(administrator, person.name)
    await page.goto("/sign-in")
    await fill(page, { "Email address": person.email, Password: person.password })
    await press(page, "Sign in")
    await arrive(page, "Assigned to you")
  },
)

test(
  "two-factor: an administrator at the desk removes what a customer has lost, and the customer is told",
  ONLY_ONCE,
  async ({ as, newCustomer, page, pageOf }) => {
    const person = await newCustomer()
    const customer = await as(person)
    const { id, title } = await fileRequest(customer)
    await enrol(customer, person.password)
    const supervisor = await pageOf(SUPERVISOR)
    await supervisor.goto(`/desk/requests/${id}`)
    await arrive(supervisor, title)
    await expect(supervisor.getByRole("link", { name: "Two-factor authentication" })).toHaveCount(0)

    const administrator = await pageOf(ADMINISTRATOR)
    await administrator.goto(`/desk/requests/${id}`)
    await administrator.getByRole("link", { name: "Two-factor authentication" }).click()
    await expect(administrator.getByText(`Make sure ${person.name} asked for this`)).toBeVisible()
    await press(administrator, "Remove two-factor authentication")
    await expect(administrator.getByText(`Two-factor authentication removed for ${person.name}`)).toBeVisible()
    await expect(administrator.getByRole("button", { name: "Remove two-factor authentication" })).toHaveCount(0)
    await administrator.getByRole("link", { name: "Request", exact: true }).click()
    await arrive(administrator, title)

    await page.goto("/sign-in")
    await fill(page, { "Email address": person.email, Password: person.password })
    await press(page, "Sign in")
    await arrive(page, "Your requests")
    expect((await mailTo(as, person.email, { subject: /authentication was removed/ })).text).toContain(
      "An administrator",
    )
  },
)
