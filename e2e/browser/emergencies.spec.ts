import type { Page } from "@playwright/test"
import { fileFor } from "../filing"
import { newPerson, SUPERVISOR } from "../people"
import { arrive, expect, ONLY_ONCE, press, test } from "../visit"

const bannerOf = (page: Page) => page.getByRole("region", { name: "Emergencies" })

test("an emergency stands above every page of the desk, comes by itself, and is acknowledged there", async ({
  as,
  javaScriptEnabled: scripts,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  const [person, worker] = [await newCustomer(), await newStaff()]
  const page = await pageOf(worker)
  await page.goto("/desk")
  const banner = bannerOf(page)
  await expect(banner.getByText("No emergencies for you")).toBeVisible()
  const title = `Smell by the stairs ${newPerson().name}`
  const request = await fileFor(await as(person), await as(SUPERVISOR), worker.id, { category: "gas_leak", title })
  if (!scripts) await page.reload()
  await expect(banner.getByText("1 emergency for you")).toBeVisible()
  await expect(banner.getByText(/^Acknowledge by \d\d:\d\d:\d\d/)).toBeVisible()
  await expect(banner.getByRole("link", { name: person.phone })).toHaveAttribute("href", /^tel:/)
  await expect(page).toHaveTitle(/^\(1\) /)
  if (scripts) await expect(banner.getByText(/\(\d:\d\d left\)/)).toBeVisible()
  await banner.getByRole("link", { name: title }).click()
  await arrive(page, title)

  // What says so is the answer itself, and not the next look at what there is.
  await page.route("**/api/v1/emergencies?*", (route) => route.abort())
  await press(banner, `Acknowledge ${request.reference}`)
  await expect(page.getByText(`Received, assigned to ${worker.name}.`)).toBeVisible()
  await expect(banner.getByText("No emergencies for you")).toBeVisible()
  await expect(page.getByText("Acknowledged")).toBeVisible()
  await expect(page).not.toHaveTitle(/^\(/)
})

test(
  "whoever answers after somebody else has taken it is told who has it",
  ONLY_ONCE,
  async ({ as, assignedRequest, newStaff, pageOf }) => {
    const { worker, request } = await assignedRequest({ category: "gas_leak" })
    const { id, reference } = request
    const helper = await newStaff("supervisor")
    const page = await pageOf(worker)
    await page.goto("/desk")
    await page.route("**/api/v1/emergencies?*", (route) => route.abort())
    await (await as(helper)).put(`/requests/${id}/acknowledgement`, {})
    await press(bannerOf(page), /^Acknowledge/)
    await expect(
      page.getByRole("alert").filter({ hasText: `${reference} is now assigned to ${helper.name}.` }),
    ).toBeVisible()
    await expect(bannerOf(page).getByRole("button", { name: /^Acknowledge/ })).toHaveCount(0)
  },
)

test("a desk that is not connected says so, until it is again", ONLY_ONCE, async ({ newStaff, pageOf }) => {
  const page = await pageOf(await newStaff())
  await page.goto("/desk")
  const told = page.getByRole("alert").filter({ hasText: "Not connected. New emergencies will not appear." })
  await page.route("**/api/v1/emergencies?*", (route) => route.fulfill({ status: 503 }))
  await expect(told).toBeVisible()
  await page.unroute("**/api/v1/emergencies?*")
  await expect(told).toHaveCount(0)
})

test("the time that is left goes on from page to page", ONLY_ONCE, async ({ assignedRequest, pageOf }) => {
  const title = `Smell in the hall ${newPerson().name}`
  const { worker } = await assignedRequest({ category: "gas_leak", title })
  const page = await pageOf(worker)
  await page.clock.install()
  await page.goto("/desk")
  const left = bannerOf(page).getByText(/\(\d+:\d\d left\)/)
  const seconds = async () => {
    const [, minutes, rest] = /(\d+):(\d\d)/.exec((await left.textContent()) ?? "") ?? []
    return Number(minutes) * 60 + Number(rest)
  }
  await expect(left).toBeVisible()
  const before = await seconds()
  await page.clock.fastForward(90_000)
  await expect.poll(seconds).toBeLessThanOrEqual(before - 90)
  await bannerOf(page).getByRole("link", { name: title }).click()
  await arrive(page, title)
  expect(await seconds()).toBeLessThanOrEqual(before - 90)
})

test("the sound is off until somebody turns it on, and stays as it was left", async ({
  javaScriptEnabled: scripts,
  newStaff,
  pageOf,
}) => {
  const page = await pageOf(await newStaff())
  await page.goto("/desk")
  const sound = page.getByRole("switch", { name: "Emergency sound" })
  if (!scripts) return void (await expect(sound).toHaveCount(0))
  await expect(sound).not.toBeChecked()
  await sound.click()
  await page.reload()
  await expect(sound).toBeChecked()
})

test("an ordinary request is acknowledged on its own page", async ({ assignedRequest, pageOf }) => {
  const { person, worker, request } = await assignedRequest()
  const { id } = request
  const page = await pageOf(worker)
  await page.goto(`/desk/requests/${id}`)
  await press(page, "Acknowledge")
  await expect(page.getByText("Acknowledged")).toBeVisible()
  await expect(page.getByRole("button", { name: "Acknowledge" })).toHaveCount(0)
  const customer = await pageOf(person)
  await customer.goto(`/requests/${id}`)
  await expect(customer.getByText("Acknowledged")).toBeVisible()
})
