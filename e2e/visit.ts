import type { Locator, Page } from "@playwright/test"
import { expect } from "./api"
import { test as base } from "./assigned-request"
import { lend, takeBack } from "./lend"
import { type Person, someAddress } from "./people"
import { formsIn } from "./signed-in"

interface Fixtures {
  /**
   * A browser of somebody's own, signed in; one that hears nothing shows what its pages had when they were opened. For the
   * supervisor of all journeys that is the rule: the emergencies of others move the page under the mouse.
   */
  pageOf: (person: Person, hearing?: "hears nothing") => Promise<Page>
}

/** Of a journey about what the server alone decides, which is the same without scripts; its forms are sent in others. */
export const ONLY_ONCE = { tag: "@once" }

/** Journeys in a browser. What they need to begin with is made by JSON. */
export const test = base.extend<Fixtures>({
  page: async ({ browser }, use) => {
    const page = await lend(browser)
    await use(page)
    await takeBack(page)
  },

  pageOf: async ({ baseURL, browser }, use) => {
    const pages: Page[] = []
    const changed: Page[] = []
    await use(async (person, hearing) => {
      const page = await lend(browser, { "x-forwarded-for": someAddress() })
      pages.push(page)
      if (hearing) {
        changed.push(page)
        await page.addInitScript(() => {
          for (const name of ["SharedWorker", "Worker"]) Reflect.deleteProperty(window, name)
        })
      }
      await enter(page, person, baseURL)
      return page
    })
    // It would hear nothing for the next user either.
    for (const page of changed) await page.close()
    for (const page of pages) await takeBack(page)
  },
})

/** The hidden fields of the form, which are the same for everybody. */
let form: Record<string, string> | undefined

/** Signs a browser in without showing it the form, since most journeys begin after that. */
async function enter(page: Page, { email, password }: Person, origin = ""): Promise<void> {
  form ??= formsIn(await (await page.request.get("/sign-in")).text()).at(-1)
  const multipart = { ...form, email, password }
  const entered = await page.request.post("/sign-in", { multipart, headers: { origin } })
  expect(entered.url(), await entered.text()).not.toContain("/sign-in")
}

export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.goto("/sign-in")
  await fill(page, { "Email address": email, Password: password })
  await press(page, "Sign in")
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible()
}

/** Types into fields by their labels. */
export async function fill(where: Page | Locator, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields))
    await where
      .getByRole("textbox", { name: exactly(label) })
      .or(password(where, label))
      .fill(value)
}

/** A field's name may go on with "(optional)"; a password field has no role. */
const exactly = (label: string) => new RegExp(`^${label}( \\(optional\\))?$`)
const password = (where: Page | Locator, label: string) =>
  where.locator("input[type=password]").and(where.getByLabel(label, { exact: true }))

/** Presses a button, once the page has come to its end: what still arrives moves it away between press and release. */
export async function press(where: Page | Locator, name: string | RegExp): Promise<void> {
  await ("goto" in where ? where : where.page()).waitForLoadState("domcontentloaded")
  await where.getByRole("button", { name }).click()
}

/** The page is the one with this title. */
export const arrive = (page: Page, title: string | RegExp) =>
  expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible()

/** What a form says when it is refused: a summary that leads to the field, and the same words at the field. */
export async function expectMistake(page: Page, message: string, field: Locator, described = field): Promise<void> {
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" })
  await summary.getByRole("link", { name: message }).click()
  await expect(field).toBeFocused()
  await expect(described).toHaveAccessibleDescription(new RegExp(`Error: ${message}`))
}

export { expect }
