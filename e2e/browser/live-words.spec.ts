import { answer } from "../api"
import { test } from "../line"
import { expect, ONLY_ONCE, press } from "../visit"

test(
  "that a message has arrived is said until it is answered, and what staff wrote before it is no longer the latest",
  ONLY_ONCE,
  async ({ as, assignedRequest, pageOf }) => {
    const { person, worker, request } = await assignedRequest()
    const { id, version } = request
    const [page, staff] = [await pageOf(person), await as(worker)]
    const begun = { to: "in_progress", note: "Send us a photo of the meter.", version }
    await answer(staff.put(`/requests/${id}/status`, begun), 200)
    await page.goto(`/requests/${id}`)
    await expect(page.getByText("Latest note")).toBeVisible()
    await page.getByRole("textbox", { name: "Your message" }).fill("I have no camera.")
    await press(page, "Send message")
    const arrived = page.getByText("We have your message")
    await expect(arrived).toBeVisible()
    await expect(page.getByText("Latest note")).toBeHidden()
    await answer(staff.post(`/requests/${id}/messages`, { text: "Then we come and look." }), 201)
    await expect(page.getByText("Latest message")).toBeVisible()
    await expect(page.getByRole("figure")).toContainText("Then we come and look.")
    await expect(arrived).toBeHidden()
  },
)

test(
  "a customer who is offline is told so before they send, and when they are connected again",
  ONLY_ONCE,
  async ({ assignedRequest, pageOf }) => {
    const { person, request } = await assignedRequest()
    const page = await pageOf(person)
    await page.goto(`/requests/${request.id}`)
    await expect(page.getByRole("textbox", { name: "Your message" })).toBeVisible()
    await page.context().setOffline(true)
    await expect(page.getByRole("alert").filter({ hasText: "No connection." })).toBeVisible({ timeout: 15_000 })
    await page.context().setOffline(false)
    await expect(page.getByRole("status").filter({ hasText: "You are connected again." })).toBeVisible()
    await expect(page.getByText("No connection.")).toHaveCount(0)
  },
)

test(
  "nothing on the desk moves when scripts ask for a sound, or have the answer",
  ONLY_ONCE,
  async ({ newStaff, pageOf }) => {
    const page = await pageOf(await newStaff())
    const moved = () =>
      page.evaluate(() => {
        const boxes = (entry: PerformanceEntry) =>
          (entry as unknown as { sources: { node: Node | null }[] }).sources.map(({ node }) => node)
        const seen = new PerformanceObserver(() => undefined)
        seen.observe({ type: "layout-shift", buffered: true })
        return seen
          .takeRecords()
          .filter((it) => boxes(it).some((node) => node instanceof Element && node.matches(".workbench"))).length
      })
    for (const width of [375, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto("/desk")
      await expect(page.getByRole("button", { name: "Turn on sound" })).toBeVisible()
      expect(await moved(), `asked at ${width}`).toBe(0)
      await press(page, "Not now")
      await page.goto("/desk")
      await expect(page.getByRole("switch", { name: "Emergency sound" })).toBeVisible()
      expect(await moved(), `answered at ${width}`).toBe(0)
      await page.evaluate(() => localStorage.clear())
    }
  },
)
