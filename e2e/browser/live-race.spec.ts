import type { Page, Route } from "@playwright/test"
import { answer } from "../api"
import { test } from "../line"
import { SUPERVISOR } from "../people"
import { expect, ONLY_ONCE } from "../visit"

/** A page made anew waits until it is let go on. */
async function holdPage(page: Page) {
  const held: Route[] = []
  let isHeld = true
  await page.route(
    (url) => url.searchParams.has("_rsc"),
    (route) => (isHeld ? void held.push(route) : route.continue()),
  )
  return {
    isAsked: () => expect.poll(() => held.length).toBe(1),
    async end(how: (route: Route) => Promise<void>) {
      isHeld = false
      for (const route of held) await how(route)
    },
  }
}

const WORDS = "We come on Monday."

test(
  "a request that is taken away while its page is being made anew leaves the page as it is, with what was typed",
  ONLY_ONCE,
  async ({ as, assignedRequest, newStaff, pageOf }) => {
    const { worker, request } = await assignedRequest()
    const colleague = await newStaff()
    const [page, supervisor] = [await pageOf(worker), await as(SUPERVISOR)]
    await page.goto(`/desk/requests/${request.id}`)
    const reply = page.locator("#reply-text")
    await reply.fill(WORDS)
    const made = await holdPage(page)
    await answer(supervisor.post(`/requests/${request.id}/notes`, { text: "Looked at it." }), 201)
    await made.isAsked()
    const { version } = await answer<{ version: number }>(supervisor.get(`/requests/${request.id}`), 200)
    await answer(supervisor.put(`/requests/${request.id}/assignee`, { assigneeId: colleague.id, version }), 200)
    await made.end((route) => route.continue())
    await expect(page.getByRole("alert").filter({ hasText: "You can no longer open this request" })).toBeVisible()
    await expect(reply).toHaveValue(WORDS)
    await expect(reply).toBeFocused()
  },
)

test(
  "a session that ends while a page is being made anew leaves the page as it is, with what was typed",
  ONLY_ONCE,
  async ({ as, assignedRequest, pageOf }) => {
    const { person, worker, request } = await assignedRequest()
    const page = await pageOf(person)
    await page.goto(`/requests/${request.id}`)
    const typed = page.getByRole("textbox", { name: "Your message" })
    await typed.fill(WORDS)
    const made = await holdPage(page)
    await answer((await as(worker)).post(`/requests/${request.id}/messages`, { text: "When may we come?" }), 201)
    await made.isAsked()
    await page.context().clearCookies()
    await made.end((route) => route.continue())
    await expect(page.getByText("When may we come?")).toBeHidden()
    await expect(page.locator("html[data-fresh]")).toHaveCount(0)
    await expect(page).toHaveURL(new RegExp(request.id))
    await expect(typed).toHaveValue(WORDS)
  },
)

test(
  "a server that goes away while a page is being made anew leaves it as it is, and the page follows once it is back",
  ONLY_ONCE,
  async ({ as, assignedRequest, pageOf }) => {
    const { person, worker, request } = await assignedRequest()
    const page = await pageOf(person)
    await page.goto(`/requests/${request.id}`)
    await page.evaluate(() => Object.assign(window, { isTheSame: true }))
    const typed = page.getByRole("textbox", { name: "Your message" })
    await typed.fill(WORDS)
    const made = await holdPage(page)
    await answer((await as(worker)).post(`/requests/${request.id}/messages`, { text: "When may we come?" }), 201)
    await made.isAsked()
    await made.end((route) => route.fulfill({ status: 503, body: "Later" }))
    await expect(page.getByText("When may we come?").first()).toBeVisible()
    await expect(typed).toHaveValue(WORDS)
    expect(await page.evaluate(() => "isTheSame" in window)).toBe(true)
  },
)
