import type { Locator, Page } from "@playwright/test"
import { answer } from "../api"
import { fileFor } from "../filing"
import { test } from "../line"
import { SUPERVISOR } from "../people"
import { expect, ONLY_ONCE } from "../visit"

const HELD = "This has just changed. Check it, then press again."

type Press = { x: number; y: number } | "by key" | { selector: string }

/** Presses in the same moment as `words` come into the page, as somebody does who cannot see them yet. Gives what it met. */
const pressWhenThere = (page: Page, words: string, press: Press) =>
  page.evaluate(
    ({ words, press }) =>
      new Promise<string>((done) => {
        const place = () => {
          if (press === "by key") return undefined
          if ("x" in press) return press
          const box = document.querySelector(press.selector)?.getBoundingClientRect()
          return { x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + 8 }
        }
        const watch = new MutationObserver(() => {
          if (!document.body.textContent.includes(words)) return
          watch.disconnect()
          const at = place()
          const target = at ? document.elementFromPoint(at.x, at.y) : document.activeElement
          const how = at ? { detail: 1, clientX: at.x, clientY: at.y } : { detail: 0 }
          target?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...how }))
          done(target?.textContent ?? "")
        })
        watch.observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
    { words, press },
  )

async function placeOf(it: Locator) {
  const { x = 0, y = 0, height = 0 } = (await it.boundingBox()) ?? {}
  return { x: x + 8, y: y + height / 2 }
}

for (const press of ["by key", { selector: ".acts [value=resolved] ~ [type=submit]" }] as const)
  test(
    `a press ${press === "by key" ? press : "of the mouse"} that meets what a colleague has just changed does nothing but say so, and the next one counts`,
    ONLY_ONCE,
    async ({ as, assignedRequest, pageOf }) => {
      const { worker, request } = await assignedRequest()
      const { id, version } = request
      const [page, supervisor] = [await pageOf(worker), await as(SUPERVISOR)]
      await page.goto(`/desk/requests/${id}`)
      await expect(page.getByRole("button", { name: "Keys" })).toBeVisible()
      await page.getByRole("button", { name: "Start work" }).focus()
      const pressed = pressWhenThere(page, "In progress", press)
      await answer(supervisor.put(`/requests/${id}/status`, { to: "in_progress", version }), 200)
      expect(await pressed).toBe("Resolve")
      await expect(page.getByRole("alert").filter({ hasText: HELD })).toBeVisible()
      const { status } = await answer<{ status: string }>(supervisor.get(`/requests/${id}`), 200)
      expect(status).toBe("in_progress")
      await page.locator(".acts").getByRole("button", { name: "Resolve" }).click()
      await expect(page.getByRole("button", { name: "Close" })).toBeVisible()
      await expect(page.getByRole("alert").filter({ hasText: HELD })).toBeHidden()
    },
  )

test(
  "a row that has moved under the pointer is not opened, and what has stayed where it was can be pressed",
  ONLY_ONCE,
  async ({ as, newCustomer, newStaff, pageOf }) => {
    const [worker, customer, supervisor] = [await newStaff(), await as(await newCustomer()), await as(SUPERVISOR)]
    const first = await fileFor(customer, supervisor, worker.id)
    const page = await pageOf(worker)
    await page.goto("/desk?sort=-createdAt")
    const keys = page.getByRole("button", { name: "Keys" })
    await expect(keys).toBeVisible()
    const link = page.getByRole("row").filter({ hasText: first.reference }).getByRole("link")
    const pressed = pressWhenThere(page, "Another one", await placeOf(link))
    await fileFor(customer, supervisor, worker.id, { title: "Another one" })
    expect(await pressed).toContain("Another one")
    await expect(page.getByRole("alert").filter({ hasText: HELD })).toBeVisible()
    await expect(page).not.toHaveURL(/open=|requests/)
    await expect(page.locator("html[data-news]")).toHaveCount(0)

    const second = pressWhenThere(page, "A third one", await placeOf(keys))
    await fileFor(customer, supervisor, worker.id, { title: "A third one" })
    expect(await second).toBe("Keys")
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible()
  },
)
