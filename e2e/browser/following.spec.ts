import { fileRequest } from "../filing"
import { arrive, expect, ONLY_ONCE, press, test } from "../visit"

test("customers find their requests by state, page by page", async ({ as, newCustomer, pageOf }) => {
  const person = await newCustomer()
  const customer = await as(person)
  for (let i = 1; i <= 21; i++)
    await fileRequest(customer, { category: "billing", title: `Question number ${i}${i === 21 ? ", the zebra" : ""}` })
  const page = await pageOf(person)
  await page.goto("/requests")
  const rows = page.getByRole("main").getByRole("listitem").filter({ hasText: "Question number" })
  await expect(rows).toHaveCount(20)
  await expect(rows.first()).toContainText("Question number 21")
  await page.getByRole("link", { name: "Next" }).click()
  await expect(rows).toHaveText([/Question number 1\D/])
  await page.getByRole("link", { name: "Previous" }).click()
  await expect(rows).toHaveCount(20)

  const tabs = page.getByRole("navigation", { name: "Requests by status" })
  await expect(tabs.getByRole("link")).toHaveText([
    "All21",
    "Open21",
    "Received21",
    "In progress0",
    "Waiting0",
    "Resolved0",
    "Closed0",
    "Cancelled0",
  ])
  await page.getByRole("searchbox").fill("zebra")
  await press(page, "Search")
  await expect(tabs.getByRole("link")).toHaveText([
    "All1",
    "Open1",
    "Received1",
    "In progress0",
    "Waiting0",
    "Resolved0",
    "Closed0",
    "Cancelled0",
  ])
  await tabs.getByRole("link", { name: "Open" }).click()
  await expect(rows).toHaveText([/Question number 21/])
  await expect(page.getByRole("searchbox")).toHaveValue("zebra")
  await page.getByRole("link", { name: "Clear search" }).click()
  await expect(rows).toHaveCount(20)
  await tabs.getByRole("link", { name: "Closed" }).click()
  await expect(page.getByText("You have no requests with this status")).toBeVisible()
  await tabs.getByRole("link", { name: "Open" }).click()
  await expect(rows).toHaveCount(20)
})

test("a customer reads what was asked and what has happened", async ({ as, assignedRequest, pageOf }) => {
  const { person, worker, request } = await assignedRequest()
  const { id, version, reference } = request
  const start = { to: "in_progress", note: "We come on Monday.", version }
  await (await as(worker)).put(`/requests/${id}/status`, start)

  const page = await pageOf(person)
  await page.goto("/requests")
  await page.getByRole("link", { name: "Meter display is blank" }).click()
  await arrive(page, "Meter display is blank")
  await expect(page.getByText(reference, { exact: true })).toBeVisible()
  // What people come for stands first: how far it is, and what they were told last.
  const cards = page.getByRole("main").getByRole("heading", { level: 2 })
  await expect(cards).toHaveText(["Progress", "Updates and messages", "Message us", "Your request", "Files"])
  await expect(page.getByRole("list", { name: "Progress" }).locator("[aria-current]")).toContainText("In progress")
  await expect(page.getByRole("main").getByRole("figure")).toContainText(`Latest note: ${worker.name}`)
  await expect(page.getByRole("main").getByRole("figure")).toContainText("We come on Monday.")
  await expect(page.getByText(/(Low|Normal) priority/)).toHaveCount(0)
  const happened = page.getByRole("main").locator("ol").getByRole("listitem")
  await expect(happened.first()).toContainText("Request received")
  await expect(happened.last()).toContainText("Work started")
  await expect(happened.last()).toContainText("We come on Monday.")
  await expect(happened.last()).toContainText(worker.name)
  await expect(page.getByRole("link", { name: "Delete request" })).toHaveCount(0)
})

test("a pending request is deleted after one more question, and nothing is left of it", async ({
  as,
  newCustomer,
  pageOf,
}) => {
  const person = await newCustomer()
  const { id, reference } = await fileRequest(await as(person))
  const page = await pageOf(person, "hears nothing")
  await page.goto(`/requests/${id}`)
  await page.getByRole("link", { name: "Delete request" }).click()
  await arrive(page, "Delete this request?")
  await page.getByRole("link", { name: "Keep request" }).click()
  await arrive(page, "Meter display is blank")
  await page.getByRole("link", { name: "Delete request" }).click()
  await press(page, "Delete request")
  await expect(page.getByText(`Request ${reference} deleted`)).toBeVisible()
  await expect(page.getByText("You have no requests yet")).toBeVisible()
  await expect(page.getByRole("main").getByRole("link", { name: "New request" })).toHaveCount(1)
  expect((await page.goto(`/requests/${id}`))?.status()).toBe(404)
})

test(
  "work that began while somebody thought about deleting is not deleted",
  ONLY_ONCE,
  async ({ as, assignedRequest, pageOf }) => {
    const { person, worker, request } = await assignedRequest()
    const { id, version } = request
    const page = await pageOf(person)
    await page.goto(`/requests/${id}/delete`)
    await arrive(page, "Delete this request?")
    await (await as(worker)).put(`/requests/${id}/status`, { to: "in_progress", version })
    await press(page, "Delete request")
    await arrive(page, "You cannot delete this request")
    await page.goto(`/requests/${id}`)
    await expect(page.getByText("In progress", { exact: true })).toBeVisible()
  },
)

test("somebody else's request is not there", ONLY_ONCE, async ({ as, newCustomer, pageOf }) => {
  const { id } = await fileRequest(await as(await newCustomer()))
  const page = await pageOf(await newCustomer())
  for (const path of ["", "/delete", "/filed"]) expect((await page.goto(`/requests/${id}${path}`))?.status()).toBe(404)
})
