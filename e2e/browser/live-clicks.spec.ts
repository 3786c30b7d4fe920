import type { Locator, Page, Route } from "@playwright/test"
import { fileFor } from "../filing"
import { test as base } from "../line"
import { SUPERVISOR } from "../people"
import { expect, ONLY_ONCE } from "../visit"

/** A page made anew is asked for until it is let through. */
async function holdPages(page: Page) {
  const held: Route[] = []
  let isHeld = true
  await page.route(
    (url) => url.searchParams.has("_rsc"),
    (route) => (isHeld ? void held.push(route) : route.continue()),
  )
  return {
    /** Waits until the browser has asked for so many. */
    count: (many: number) => expect.poll(() => held.length).toBeGreaterThanOrEqual(many),
    async letThrough() {
      isHeld = false
      for (const route of held) await route.continue()
    },
  }
}

const isFresh = (page: Page) => page.locator("html[data-fresh]")

/** A customer's list, which changes when it is told to, and a link on it that leads on without the page being left. */
const test = base.extend<{ list: { page: Page; link: Locator; change: () => Promise<unknown> } }>({
  list: async ({ as, assignedRequest, pageOf }, use) => {
    const { person, worker, request } = await assignedRequest()
    const { id, title, version } = request
    const page = await pageOf(person)
    await page.goto("/requests")
    await (await as(worker)).put(`/requests/${id}/status`, { to: "in_progress", version })
    // The page is the browser's, and listens.
    await expect(page.getByRole("listitem").filter({ hasText: title }).getByText("In progress")).toBeVisible()
    const customer = await as(person)
    const change = () => customer.post(`/requests/${id}/details`, { details: "The gate is locked." })
    await use({ page, link: page.getByRole("main").getByRole("link", { name: "New request" }), change })
  },
})

test("a link that is followed while the page is being made anew leads where it says", ONLY_ONCE, async ({ list }) => {
  const { page, link, change } = list
  const pages = await holdPages(page)
  await change()
  await pages.count(1)
  await link.click()
  await pages.count(2)
  await pages.letThrough()
  await expect(page).toHaveURL(/\/requests\/new/)
})

test("a page that changes while a link is followed lets it lead on", ONLY_ONCE, async ({ list }) => {
  const { page, link, change } = list
  const pages = await holdPages(page)
  await link.click()
  await pages.count(1)
  await change()
  await expect(isFresh(page)).toBeAttached()
  await pages.letThrough()
  await expect(page).toHaveURL(/\/requests\/new/)
})

test(
  "nothing moves while a button of the mouse is held down, and what has changed is there once it is released",
  ONLY_ONCE,
  async ({ as, newCustomer, newStaff, pageOf }) => {
    const [worker, customer] = [await newStaff(), await as(await newCustomer())]
    const [page, other] = [await pageOf(worker), await pageOf(worker)]
    for (const it of [page, other]) {
      await it.goto("/desk")
      await expect(it.getByRole("button", { name: "Keys" })).toBeVisible()
    }
    await page.getByRole("heading", { level: 1 }).hover()
    await page.mouse.down()
    const { reference } = await fileFor(customer, await as(SUPERVISOR), worker.id)
    const row = (it: Page) => it.getByRole("row").filter({ hasText: reference })
    await expect(row(other)).toBeVisible()
    await expect(row(page)).toBeHidden()
    await page.mouse.up()
    await expect(row(page)).toBeVisible()
  },
)
