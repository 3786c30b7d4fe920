import type { Page } from "@playwright/test"
import { answer } from "../api"
import { newPerson, SUPERVISOR } from "../people"
import { arrive, expect, fill, ONLY_ONCE, press, test } from "../visit"

/** What is saved stands beside what was typed, which is still there. */
async function expectBoth(page: Page, saved: string, label: string, typed: string) {
  await expect(page.getByText("Saved meanwhile")).toBeVisible()
  await expect(page.getByRole("definition").filter({ hasText: saved })).toBeVisible()
  await expect(page.getByRole("textbox", { name: label })).toHaveValue(typed)
}

test(
  "a canned reply that another supervisor has changed stands beside what was typed",
  ONLY_ONCE,
  async ({ as, pageOf }) => {
    const name = `Key safe ${newPerson().name}`
    const work = await as(SUPERVISOR)
    const { id } = await answer<{ id: string }>(work.post("/canned-replies", { name, text: "Where is the key?" }), 201)
    const page = await pageOf(SUPERVISOR)
    await page.goto("/desk/team/replies")
    const item = page.getByRole("listitem").filter({ hasText: name })
    await item.getByText("Change").click()
    await item.getByRole("textbox", { name: "Text" }).fill("Is there a key safe?")
    await answer(work.put(`/canned-replies/${id}`, { name, text: "Who has the key?", version: 1 }), 200)
    await press(item, "Save reply")
    await expect(item.getByRole("definition").filter({ hasText: "Who has the key?" })).toBeVisible()
    await expect(item.getByText("Saved by someone else")).toBeVisible()
    await expect(item.getByRole("textbox", { name: "Text" })).toHaveValue("Is there a key safe?")
    await press(item, "Save reply")
    await expect(page.getByText("Reply saved")).toBeVisible()
    await expect(item.getByText("Is there a key safe?").first()).toBeVisible()
    await expect(item.getByText("Saved by someone else")).toHaveCount(0)
    await answer(work.delete(`/canned-replies/${id}`), 204)
  },
)

test("a correction made in another window stands beside what was typed", async ({ as, assignedRequest, pageOf }) => {
  const { person, request } = await assignedRequest()
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}/correct`)
  await fill(page, { Description: "The meter shows nothing at all." })
  const change = { description: "The meter shows a line of zeros.", version: request.version }
  await answer((await as(person)).patch(`/requests/${request.id}`, change), 200)
  await press(page, "Save changes")
  await expectBoth(page, "The meter shows a line of zeros.", "Description", "The meter shows nothing at all.")
  await press(page, "Save changes")
  await expect(page.getByText("The meter shows nothing at all.").first()).toBeVisible()
})

test("a correction that comes too late can still be copied", async ({ as, assignedRequest, pageOf }) => {
  const { person, worker, request } = await assignedRequest()
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}/correct`)
  await fill(page, { Description: "The meter shows nothing at all." })
  const started = { to: "in_progress", version: request.version }
  await answer((await as(worker)).put(`/requests/${request.id}/status`, started), 200)
  await press(page, "Save changes")
  await arrive(page, "You cannot correct this request")
  await expect(page.getByRole("textbox", { name: "What you typed" })).toHaveValue("The meter shows nothing at all.")
})

test("what is typed into a profile stands beside what another window has saved", async ({
  as,
  newCustomer,
  pageOf,
}) => {
  const person = await newCustomer()
  const page = await pageOf(person)
  await page.goto("/profile/edit")
  await fill(page, { "Full name": "Ada Lovelace" })
  const change = { name: "Somebody Else", phone: "0113 496 0111", version: 1 }
  await answer((await as(person)).put("/profile", change), 200)
  await press(page, "Save changes")
  await expectBoth(page, "Somebody Else", "Full name", "Ada Lovelace")
})
