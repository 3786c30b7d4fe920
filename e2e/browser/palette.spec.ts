import { randomUUID } from "node:crypto"
import type { Page } from "@playwright/test"
import type { SavedView } from "@/lib/requests/saved-views/contract"
import { type Api, answer } from "../api"
import { SUPERVISOR } from "../people"
import { arrive, expect, ONLY_ONCE, test } from "../visit"

const awake = (page: Page) => expect(page.getByRole("button", { name: "Keys" })).toBeVisible()
const options = (page: Page) => page.getByRole("option")
const highlighted = (page: Page) => page.locator("[role=option][aria-selected=true]")

const openPalette = (page: Page) =>
  expect(async () => {
    await page.keyboard.press("Control+k")
    await expect(page.locator("dialog.palette").getByRole("combobox")).toBeFocused({ timeout: 1000 })
  }).toPass()

const save = (api: Api, name: string, filter: object) =>
  answer<SavedView>(api.post("/views", { name, filter, shared: false }), 201)

test(
  "no key is lost that is pressed while the palette is on its way, and Enter opens only what is shown",
  ONLY_ONCE,
  async ({ assignedRequest, pageOf }) => {
    const { request } = await assignedRequest()
    const page = await pageOf(SUPERVISOR, "hears nothing")
    let arrived = () => {}
    const held = new Promise<void>((go) => {
      arrived = go
    })
    await page.goto("/desk")
    await awake(page)
    // What the palette is made of comes late.
    await page.route("**/_next/static/**", async (route) => {
      await held
      await route.continue()
    })
    await expect(async () => {
      await page.keyboard.press("Control+k")
      await expect(page.locator("dialog.palette")).toBeVisible({ timeout: 500 })
    }).toPass()
    await page.keyboard.type(request.reference)
    await page.keyboard.press("Enter")
    await expect(page.locator("dialog.palette input")).toHaveValue(request.reference)
    expect(new URL(page.url()).pathname).toBe("/desk")
    arrived()
    const field = page.getByRole("combobox", { name: /Find requests/ })
    await expect(field).toBeFocused()
    await expect(field).toHaveValue(request.reference)
    await page.keyboard.type(" ")
    await expect(field).toHaveValue(`${request.reference} `)
    await expect(highlighted(page)).toContainText(request.reference)
    await page.keyboard.press("Enter")
    await page.waitForURL(`**/desk/requests/${request.id}`)
  },
)

test(
  "views that ask for the same are told apart, by the palette, the rail and the heading",
  ONLY_ONCE,
  async ({ as, pageOf }) => {
    const api = await as(SUPERVISOR)
    const mark = randomUUID().slice(0, 6)
    const names = [`Bills ${mark}`, `Same bills ${mark}, with a name that is longer than the rail`, `Free ${mark}`]
    const same = { category: "billing", sort: "due" }
    const views = await Promise.all(
      names.map((name) => save(api, name, name.startsWith("Free") ? { assignee: "nobody" } : same)),
    )
    const page = await pageOf(SUPERVISOR, "hears nothing")
    try {
      await page.goto("/desk")
      await awake(page)
      const field = page.getByRole("combobox", { name: /Find requests/ })
      await expect(async () => {
        await page.keyboard.press("Control+k")
        await expect(field).toBeFocused({ timeout: 500 })
      }).toPass()
      await field.fill(mark)
      await expect(options(page)).toHaveCount(3)
      await expect(highlighted(page)).toHaveCount(1)
      await field.fill("billing")
      await expect(options(page).filter({ hasText: "Category: Billing query" })).toHaveCount(1)
      await field.fill("xyzzy")
      await expect(page.getByText(/^Nothing matches “xyzzy”/)).toBeVisible()
      await expect(options(page)).toHaveCount(0)
      await page.keyboard.press("Enter")
      await field.fill("team")
      await expect(highlighted(page)).toHaveCount(1)
      await field.fill(names[1] ?? "")
      await expect(options(page)).toHaveCount(1)
      await page.keyboard.press("Enter")
      await arrive(page, names[1] ?? "")
      const current = page.getByRole("navigation", { name: "Main" }).locator("[aria-current=page]")
      await expect(current).toHaveCount(1)
      await expect(current.locator("span")).toHaveAttribute("title", names[1] ?? "")
      const [rail, shown] = [await current.boundingBox(), await current.locator("b").boundingBox()]
      expect((shown?.x ?? 0) + (shown?.width ?? 0)).toBeLessThanOrEqual((rail?.x ?? 0) + (rail?.width ?? 0))
      expect(shown?.width).toBeGreaterThan(0)
      // The same filter by itself is neither of the two.
      await page.goto("/desk?category=billing&sort=due")
      await arrive(page, "Requests")
      await page.goto("/desk?assignee=nobody")
      await arrive(page, "Unassigned")
    } finally {
      for (const { id } of views) await api.delete(`/views/${id}`)
    }
  },
)

test(
  "a whole reference and Enter lead to its request however quick one is; what is not shown is in the list",
  ONLY_ONCE,
  async ({ assignedRequest, pageOf }) => {
    const { request } = await assignedRequest()
    const page = await pageOf(SUPERVISOR, "hears nothing")
    await page.goto("/desk")
    await awake(page)
    await openPalette(page)
    await page.keyboard.type(request.reference)
    await page.keyboard.press("Enter")
    await expect(page).toHaveURL(new RegExp(`/desk/requests/${request.id}$`))

    await page.goto("/desk")
    await awake(page)
    await openPalette(page)
    await page.keyboard.type("meter")
    await options(page).filter({ hasText: "All requests with “meter”" }).click()
    await expect(page).toHaveURL(/\/desk\?(.*&)?q=meter/)
  },
)
