import type { Page } from "@playwright/test"
import { someAddress } from "../people"
import { arrive, expect, fill, ONLY_ONCE, press, signIn, test } from "../visit"

const mine = (page: Page) => page.getByRole("listitem").filter({ hasText: "Last used" })

async function openSessions(page: Page): Promise<void> {
  await page.goto("/profile")
  await page.getByRole("link", { name: "Manage devices" }).click()
  await arrive(page, "Where you are signed in")
}

test("somebody sees where they are signed in, and signs out there and everywhere else", async ({
  as,
  newCustomer,
  pageOf,
}) => {
  const person = await newCustomer()
  const [here, phone, work] = [await pageOf(person), await pageOf(person), await pageOf(person)]
  const app = await as(person)
  await openSessions(here)
  await expect(mine(here)).toHaveCount(4)
  await expect(mine(here).filter({ hasText: "This browser" })).toHaveCount(1)
  for (const words of [
    "Chrome on Linux",
    "From 198.18.",
    /Signed in at \d\d:\d\d today/,
    /Last used at \d\d:\d\d today/,
  ])
    await expect(mine(here).filter({ hasText: "This browser" })).toContainText(words)

  await press(mine(here).filter({ hasText: "An app (API)" }), /^Sign out/)
  await expect(here.getByText("Device signed out")).toBeVisible()
  await expect(mine(here)).toHaveCount(3)
  expect((await app.get("/profile")).status()).toBe(401)

  await press(here, "Sign out everywhere else")
  await expect(here.getByText("You have been signed out everywhere else")).toBeVisible()
  await expect(mine(here)).toHaveCount(1)
  for (const elsewhere of [phone, work]) {
    await elsewhere.goto("/profile")
    await arrive(elsewhere, "Sign in")
  }
})

test("signing out everywhere signs out here, too", ONLY_ONCE, async ({ newCustomer, pageOf }) => {
  const person = await newCustomer()
  const [here, elsewhere] = [await pageOf(person), await pageOf(person)]
  await openSessions(here)
  await press(here, "Sign out everywhere, including here")
  await expect(here.getByText("You have signed out")).toBeVisible()
  for (const page of [here, elsewhere]) {
    await page.goto("/profile")
    await arrive(page, "Sign in")
  }
})

test(
  "a cookie copied before sign-out is dead after it, and each sign-in has a new one",
  ONLY_ONCE,
  async ({ browser, newCustomer, page }) => {
    const person = await newCustomer()
    await signIn(page, person)
    const copied = (await page.context().cookies()).find(({ name }) => name === "session")
    expect(copied).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", secure: false })

    const thief = await browser.newContext()
    await thief.addCookies(copied ? [copied] : [])
    const stolen = await thief.newPage()
    await stolen.goto("/profile")
    await arrive(stolen, "Your profile")

    await page.getByRole("button", { name: "Sign out" }).click()
    await expect(page.getByText("You have signed out")).toBeVisible()
    await stolen.goto("/profile")
    await arrive(stolen, "Sign in")
    expect((await thief.request.get("/api/v1/profile")).status()).toBe(401)
    await thief.close()

    await signIn(page, person)
    const next = (await page.context().cookies()).find(({ name }) => name === "session")
    expect(next?.value).not.toBe(copied?.value)
  },
)

test(
  "an attacker who uses up an account's tries does not lock its owner out of a browser it knows",
  ONLY_ONCE,
  async ({ anybody, browser, newCustomer }) => {
    const person = await newCustomer()
    const context = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": someAddress() } })
    const page = await context.newPage()
    await signIn(page, person)
    const device = (await context.cookies()).find(({ name }) => name === "device")
    expect(device).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", secure: false })
    await page.getByRole("button", { name: "Sign out" }).click()
    await expect(page.getByText("You have signed out")).toBeVisible()

    const wrong = { email: person.email, password: "not this one" }
    for (let tries = 0; tries < 10; tries++) await anybody.post("/tokens", wrong)
    expect((await anybody.post("/tokens", wrong)).status()).toBe(429)
    await fill(page, { "Email address": person.email, Password: person.password })
    await press(page, "Sign in")
    await arrive(page, "Your requests")
    await context.close()
  },
)

test(
  "changing the password gives this browser a new session, and signing out has it forget what it kept",
  ONLY_ONCE,
  async ({ browser, newCustomer, page }) => {
    const person = await newCustomer()
    await signIn(page, person)
    const sessionIn = async () => (await page.context().cookies()).find(({ name }) => name === "session")
    const copied = await sessionIn()
    await page.goto("/profile/password")
    await fill(page, { "Current password": person.password, "New password": "seven green umbrellas" })
    await press(page, "Change password")
    await arrive(page, "Your profile")
    expect((await sessionIn())?.value).not.toBe(copied?.value)

    const thief = await browser.newContext()
    await thief.addCookies(copied ? [copied] : [])
    const stolen = await thief.newPage()
    await stolen.goto("/profile")
    await arrive(stolen, "Sign in")
    await thief.close()

    await page.evaluate(() => localStorage.setItem("kept", "something"))
    const cleared = page.waitForResponse(async (response) => "clear-site-data" in (await response.allHeaders()))
    await press(page, "Sign out")
    expect((await (await cleared).allHeaders())["clear-site-data"]).toBe('"cookies", "storage"')
    await expect(page.getByText("You have signed out")).toBeVisible()
    expect(await page.evaluate(() => localStorage.getItem("kept"))).toBeNull()
    expect(await page.context().cookies()).toEqual([])
  },
)
