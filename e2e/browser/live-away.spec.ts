import { answer } from "../api"
import { fileFor } from "../filing"
import { test } from "../line"
import { SUPERVISOR } from "../people"
import { expect, ONLY_ONCE, press } from "../visit"

const QUESTION = "Your message"

test(
  "a page that cannot be made anew stays with what is typed, and follows once the server is back",
  ONLY_ONCE,
  async ({ as, assignedRequest, pageOf }) => {
    const { person, worker, request } = await assignedRequest()
    const { id, version } = request
    const page = await pageOf(person)
    await page.goto(`/requests/${id}`)
    await page.evaluate(() => Object.assign(window, { isTheSame: true }))
    let asked = 0
    const isOfIt = (url: URL) => url.pathname === `/requests/${id}` && url.searchParams.has("_rsc")
    await page.route(isOfIt, (route) => {
      asked += 1
      return asked === 1 ? route.abort("internetdisconnected") : route.fulfill({ status: 502, body: "Bad gateway" })
    })
    const typed = page.getByRole("textbox", { name: QUESTION })
    await typed.fill("The dog is")
    await (await as(worker)).put(`/requests/${id}/status`, { to: "in_progress", version })
    await expect.poll(() => asked).toBeGreaterThan(1)
    await expect(typed).toHaveValue("The dog is")
    expect(await page.evaluate(() => "isTheSame" in window)).toBe(true)
    await page.unrouteAll()
    await expect(page.getByText("Work started").first()).toBeVisible()
    await expect(typed).toHaveValue("The dog is")
    expect(await page.evaluate(() => "isTheSame" in window)).toBe(true)
  },
)

test(
  "words that were not sent are there again when the page was loaded anew, in the form of that request only, until they are sent",
  ONLY_ONCE,
  async ({ as, assignedRequest, pageOf }) => {
    const { person, worker, request } = await assignedRequest()
    const second = await fileFor(await as(person), await as(SUPERVISOR), worker.id)
    const page = await pageOf(person)
    await page.goto(`/requests/${request.id}`)
    const typed = page.getByRole("textbox", { name: QUESTION })
    await typed.fill("The dog is friendly.")
    await page.reload()
    await expect(typed).toHaveValue("The dog is friendly.")
    await press(page, "Send message")
    await expect(page.getByRole("listitem").filter({ hasText: "The dog is friendly." })).toBeVisible()
    await expect(typed).toHaveValue("")
    await page.reload()
    await expect(page.getByRole("listitem").filter({ hasText: "The dog is friendly." })).toBeVisible()
    await expect(typed).toHaveValue("")

    const desk = await pageOf(worker)
    await desk.setViewportSize({ width: 1440, height: 900 })
    const reply = desk.locator("#reply-text")
    await desk.goto(`/desk?open=${request.reference}`)
    await reply.fill("We come on Monday.")
    await desk.goto(`/desk?open=${second.reference}`)
    await expect(desk.getByRole("region", { name: second.reference })).toBeVisible()
    await expect(reply).toHaveValue("")
    await desk.goto(`/desk?open=${request.reference}`)
    await expect(reply).toHaveValue("We come on Monday.")
  },
)

test(
  "whoever writes on a request that becomes a colleague’s is told so and keeps the words",
  ONLY_ONCE,
  async ({ as, assignedRequest, newStaff, pageOf }) => {
    const { worker, request } = await assignedRequest()
    const { id } = request
    const colleague = await newStaff()
    const page = await pageOf(worker)
    await page.goto(`/desk/requests/${id}`)
    // What came with the page has been made anew once this is there: that must not be in the midst of it any more.
    const supervisor = await as(SUPERVISOR)
    await answer(supervisor.post(`/requests/${id}/notes`, { text: "Looked at it." }), 201)
    await expect(page.getByText("Looked at it.")).toBeVisible()
    await expect(page.locator("html[data-fresh]")).toHaveCount(0)
    const reply = page.locator("#reply-text")
    await reply.fill("We come on Monday.")
    const { version } = await answer<{ version: number }>(supervisor.get(`/requests/${id}`), 200)
    await answer(supervisor.put(`/requests/${id}/assignee`, { assigneeId: colleague.id, version }), 200)
    await expect(page.getByRole("alert").filter({ hasText: "You can no longer open this request" })).toBeVisible()
    await expect(reply).toHaveValue("We come on Monday.")
  },
)
