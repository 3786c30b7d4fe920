import type { Locator, Page } from "@playwright/test"
import { awake, boxOf, listOf, move, rowOf, test } from "../listed-work"
import { SUPERVISOR } from "../people"
import { arrive, expect, ONLY_ONCE, press } from "../visit"

const titlesOf = (page: Page) => page.locator("tbody th a")
const besideOf = (page: Page) => page.locator(".beside")

async function wideAt(page: Page, address: string): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(address)
  await awake(page)
}

test(
  "J and K go on from the request that is open, wherever the focus is, also where a link led to it",
  ONLY_ONCE,
  async ({ pageOf, work }) => {
    const { worker, filed } = await work(5)
    const page = await pageOf(SUPERVISOR, "hears nothing")
    const [titles, beside] = [titlesOf(page), besideOf(page)]
    const isAt = async (at: number) => {
      await expect(titles.nth(at)).toBeFocused()
      await expect(beside.getByRole("heading", { level: 1 })).toHaveText(`${filed[at]?.title}`)
    }
    await wideAt(page, `${listOf(worker)}&sort=createdAt`)
    await titles.nth(2).click()
    const reply = beside.getByRole("textbox", { name: "Reply" })
    await reply.click()
    await page.keyboard.type("On our way.")
    await page.keyboard.press("Escape")
    await page.keyboard.press("j")
    await isAt(3)
    await page.reload()
    await awake(page)
    await page.keyboard.press("k")
    await isAt(2)
    await page.goto(`${listOf(worker)}&sort=createdAt&open=${filed[3]?.reference}`)
    await awake(page)
    await page.keyboard.press("j")
    await isAt(4)
  },
)

test(
  "J goes on at the row that stands where the last one was, once that has left the list",
  ONLY_ONCE,
  async ({ newStaff, pageOf, work }) => {
    const { worker, filed } = await work(5)
    const other = await newStaff()
    const page = await pageOf(SUPERVISOR, "hears nothing")
    const [titles, beside] = [titlesOf(page), besideOf(page)]
    await wideAt(page, `${listOf(worker)}&sort=createdAt`)
    await titles.nth(1).click()
    await expect(beside.getByRole("heading", { level: 1 })).toHaveText(`${filed[1]?.title}`)
    await page.keyboard.press("a")
    await page.locator("#assign-assigneeId").selectOption(other.id)
    await press(beside, /^(Assign|Reassign)$/)
    await expect(titles).toHaveCount(4)
    await page.keyboard.press("j")
    await expect(rowOf(page, filed[2]).getByRole("link")).toBeFocused()
    await expect(beside.getByRole("heading", { level: 1 })).toHaveText(`${filed[2]?.title}`)

    // Of several that leave, too; K goes to the one before.
    await page.keyboard.press("Escape")
    await expect(beside).toHaveCount(0)
    await page.keyboard.press("j")
    for (const one of [filed[2], filed[3]]) await boxOf(page, one).check()
    await page.getByLabel("Assign to").selectOption(other.id)
    await press(page, /^Assign$/)
    await expect(titles).toHaveCount(2)
    await page.keyboard.press("k")
    await expect(rowOf(page, filed[0]).getByRole("link")).toBeFocused()
    await page.keyboard.press("j")
    await expect(rowOf(page, filed[4]).getByRole("link")).toBeFocused()
  },
)

test("what a change of priority did is said in its words, and undone", async ({
  javaScriptEnabled: scripts,
  pageOf,
  work,
}) => {
  const { filed } = await work(1)
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto(`/desk/requests/${filed[0]?.id}`)
  if (scripts) await awake(page)
  await page.locator("summary").filter({ hasText: "Change the priority" }).click()
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Change priority" }) })
  await form.getByLabel("Change to").selectOption("High")
  await form.getByLabel("Reason").fill("A newborn baby in the house.")
  await press(page, "Change priority")
  await expect(page.getByText("Priority: High")).toBeVisible()
  if (scripts) {
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible()
    await page.keyboard.press("z")
  } else await press(page, "Undo")
  await expect(page.getByText(`${filed[0]?.reference} has normal priority again.`).first()).toBeVisible()
  await expect(page.getByText("Change undone: back to normal priority")).toBeVisible()
  if (!scripts) return
  await page.keyboard.press("z")
  await expect(page.getByText("There is nothing to undo.")).toBeVisible()
})

test(
  "of a selection it is said how many are left in it when others change what is in it",
  ONLY_ONCE,
  async ({ pageOf, work }) => {
    const { supervisor, worker, filed } = await work(4)
    const page = await pageOf(worker)
    const said = page.locator(".selection-bar").getByRole("status")
    await page.goto("/desk")
    await awake(page)
    for (const one of filed.slice(0, 3)) await boxOf(page, one).check()
    await expect(said).toHaveText("3 selected")
    await move(supervisor, filed[0], "cancelled")
    await expect(said).toHaveText("2 selected. 1 has left the list.")
    for (const one of filed.slice(1, 3)) await move(supervisor, one, "cancelled")
    await expect(said).toHaveText("None selected. 3 have left the list.")
    await expect(said).toBeVisible()
    await expect(page.getByLabel("Change status to")).toBeHidden()
    await boxOf(page, filed[3]).check()
    await expect(said).toHaveText("1 selected")
    await move(supervisor, filed[3], "cancelled")
    await expect(page.getByText("No open requests assigned to you")).toBeVisible()
    await expect(said).toHaveText("None selected. 1 has left the list.")
    await page.getByRole("button", { name: "Clear" }).click()
    await expect(said).toBeHidden()
  },
)

test(
  "what a change of one's own takes out of the list is told by its results alone",
  ONLY_ONCE,
  async ({ newStaff, pageOf, work }) => {
    const { worker, filed } = await work(3)
    const other = await newStaff()
    const page = await pageOf(SUPERVISOR)
    await page.goto(listOf(worker))
    await awake(page)
    for (const one of filed.slice(0, 2)) await boxOf(page, one).check()
    await page.getByLabel("Assign to").selectOption(other.id)
    await press(page, /^Assign$/)
    await expect(page.getByText("2 requests changed.")).toBeVisible()
    await expect(titlesOf(page)).toHaveCount(1)
    await expect(page.getByText(/left the list/)).toHaveCount(0)
  },
)

test("the way back from a request's page leads to the list somebody came from", ONLY_ONCE, async ({ pageOf, work }) => {
  const { worker, filed } = await work(2)
  const page = await pageOf(SUPERVISOR, "hears nothing")
  const list = `${listOf(worker)}&sort=createdAt`
  const back = page.getByRole("main").getByRole("link", { name: "Requests", exact: true })
  await wideAt(page, `${list}&open=${filed[0]?.reference}`)
  await page.getByRole("link", { name: "Full page" }).click()
  await page.waitForURL(`**/desk/requests/${filed[0]?.id}`)
  await back.click()
  await expect(page).toHaveURL(new RegExp(`/desk\\?.*assignee=${worker.id}`))
  await expect(page).not.toHaveURL(/open=/)
  await expect(titlesOf(page)).toHaveCount(2)
  // Also from a list that leads to pages of their own, and once that page was loaded anew.
  await page.setViewportSize({ width: 375, height: 812 })
  await titlesOf(page).nth(1).click()
  await arrive(page, `${filed[1]?.title}`)
  await page.reload()
  await awake(page)
  await back.click()
  await expect(titlesOf(page)).toHaveCount(2)
})

/** Whether all of an element's own text is shown. */
const isWhole = (it: Locator) => it.evaluate((box) => box.clientWidth > 0 && box.scrollWidth <= box.clientWidth)

test(
  "on a small screen a row says what, where, whose and when in three lines; on a wide one the title has the most room",
  ONLY_ONCE,
  async ({ pageOf, work }) => {
    const { worker, filed } = await work(1)
    const page = await pageOf(SUPERVISOR, "hears nothing")
    const row = rowOf(page, filed[0])
    const cell = (at: number) => row.locator(`:nth-child(${at})`).first()
    for (const width of [320, 375, 768]) {
      await page.setViewportSize({ width, height: 812 })
      await page.goto(listOf(worker))
      for (const at of [3, 4, 5, 8]) await expect(cell(at)).toBeVisible()
      await expect(cell(5)).toContainText(`${filed[0]?.premises.town}`)
      if (width < 768) expect((await row.boundingBox())?.height).toBeLessThanOrEqual(64)
      if (width === 375) expect(await isWhole(cell(5))).toBe(true)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    const widths = await row.locator("> *").evaluateAll((cells) => cells.map((it) => it.getBoundingClientRect().width))
    expect(Math.max(...widths)).toBe(widths[2])
    expect(widths[2]).toBeGreaterThan(270)
  },
)
