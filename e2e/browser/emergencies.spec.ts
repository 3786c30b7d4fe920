import { randomInt } from "node:crypto"
import type { Page } from "@playwright/test"
import type { ServiceRequest } from "@/lib/requests/contract"
import { fileFor, fileRequest } from "../filing"
import { keepNotices } from "../lend"
import { test } from "../line"
import { ADMINISTRATOR, newPerson, SUPERVISOR, somewhere } from "../people"
import { arrive, expect, ONLY_ONCE, press } from "../visit"

const EMERGENCY = { category: "gas_leak" } as const

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
  await expect(banner.getByText("No emergencies for you to acknowledge")).toBeVisible()
  const title = `Smell by the stairs ${newPerson().name}`
  const request = await fileFor(await as(person), await as(SUPERVISOR), worker.id, { category: "gas_leak", title })
  if (!scripts) await page.reload()
  await expect(banner.getByText("1 emergency for you")).toBeVisible()
  await expect(banner.getByText(/^Offered to you until \d\d:\d\d:\d\d/)).toBeVisible()
  await expect(banner.getByRole("link", { name: person.phone })).toHaveAttribute("href", /^tel:/)
  await expect(page).toHaveTitle(/^\(1\) /)
  if (scripts) await expect(banner.getByText(/\(\d:\d\d left\)/)).toBeVisible()
  await banner.getByRole("link", { name: title }).click()
  await arrive(page, title)

  // What says so is the answer itself, and not the next look at what there is.
  await page.route("**/api/v1/emergencies?*", (route) => route.abort())
  await press(banner, `I have it ${request.reference}`)
  await expect(page.getByText(`Received, assigned to ${worker.name}.`)).toBeVisible()
  await expect(banner.getByText("No emergencies for you to acknowledge")).toBeVisible()
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
    const page = await pageOf(worker, "hears nothing")
    await page.goto("/desk")
    await (await as(helper)).put(`/requests/${id}/acknowledgement`, {})
    await press(bannerOf(page), /^I have it/)
    await expect(
      page.getByRole("alert").filter({ hasText: `${reference} is now assigned to ${helper.name}.` }),
    ).toBeVisible()
    await expect(bannerOf(page).getByRole("button", { name: /^I have it/ })).toHaveCount(0)
  },
)

test("a desk that is not connected says so, until it is again", ONLY_ONCE, async ({ line, newStaff, pageOf }) => {
  const page = await pageOf(await newStaff())
  await page.goto(`${line.address}/desk`)
  const told = page.getByRole("alert").filter({ hasText: "Not connected. New emergencies will not appear." })
  await expect(page.getByRole("button", { name: "Turn on" })).toBeVisible()
  line.cut()
  await expect(told).toBeVisible()
  line.mend()
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

test("whether emergencies may be heard is asked once in a browser, which remembers the answer", async ({
  javaScriptEnabled: scripts,
  newStaff,
  pageOf,
}) => {
  const page = await pageOf(await newStaff())
  await page.goto("/desk")
  const question = page.getByRole("group", { name: "Sound an alarm for emergencies?" })
  const sound = page.getByRole("switch", { name: "Emergency sound" })
  if (!scripts) return void (await expect(question).toHaveCount(0))
  await expect(sound).toHaveCount(0)
  await question.getByRole("button", { name: "Turn on" }).click()
  await expect(sound).toBeChecked()
  await page.goto("/profile")
  await expect(sound).toBeChecked()
  await expect(question).toHaveCount(0)
  await sound.click()
  await page.reload()
  await expect(sound).not.toBeChecked()
  await expect(question).toHaveCount(0)
})

test(
  "whoever wants no sound now is not asked again, and finds the switch where the question was",
  ONLY_ONCE,
  async ({ newStaff, pageOf }) => {
    const page = await pageOf(await newStaff())
    await page.goto("/desk")
    await press(page, "Not now")
    await page.reload()
    await expect(page.getByRole("switch", { name: "Emergency sound" })).not.toBeChecked()
  },
)

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

const FLAT = { ...somewhere(), line1: "Flat 3", line2: `${newPerson().name} Street` }

test("each of 7 emergencies stands in the banner: the fourth is taken there, the seventh from its page", async ({
  as,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  const worker = await newStaff()
  const filed: ServiceRequest[] = []
  for (const _ of Array(7)) {
    const customer = await as(await newCustomer())
    filed.push(await fileFor(customer, await as(SUPERVISOR), worker.id, EMERGENCY))
  }
  const [fourth, seventh] = [filed[3], filed[6]]
  const page = await pageOf(worker)
  await page.goto("/desk")
  const banner = bannerOf(page)
  for (const { reference, premises } of filed) {
    await expect(banner.getByRole("button", { name: `I have it ${reference}` })).toBeVisible()
    await expect(banner.getByText(`${premises.line1}, Leeds, ${premises.postcode}`, { exact: true })).toBeVisible()
  }
  await press(banner, `I have it ${fourth?.reference}`)
  await expect(page.getByText(`Received, assigned to ${worker.name}.`)).toBeVisible()
  await page.goto(`/desk/requests/${seventh?.id}`)
  await expect(page.getByRole("main").getByText("Nobody has it yet.")).toBeVisible()
  await press(page.getByRole("main"), `I have it ${seventh?.reference}`)
  await expect(page.getByText(`Received, assigned to ${worker.name}.`)).toBeVisible()
  await expect(page.getByRole("main").getByText("Nobody has it yet.")).toHaveCount(0)
  await expect(banner.getByRole("button", { name: `I have it ${seventh?.reference}` })).toHaveCount(0)
})

test(
  "an emergency is taken from the list of requests and from the board",
  ONLY_ONCE,
  async ({ assignedRequest, newStaff, pageOf }) => {
    const [one, other] = [await assignedRequest(EMERGENCY), await assignedRequest(EMERGENCY)]
    const supervisor = await newStaff("supervisor")
    const page = await pageOf(supervisor)
    await page.goto(`/desk?priority=emergency&q=${one.request.reference}`)
    await press(page.getByRole("main"), `I have it ${one.request.reference}`)
    await expect(page.getByText(`Received, assigned to ${supervisor.name}.`)).toBeVisible()
    await page.goto("/desk/team")
    const rows = page.getByRole("table", { name: "Unassigned requests" }).getByRole("row")
    await expect(rows.nth(1)).toContainText("I have it")
    await expect(rows.filter({ hasText: other.request.reference })).toContainText(
      `Offered to ${other.worker.name} until`,
    )
    await press(page.getByRole("main"), `I have it ${other.request.reference}`)
    await expect(page.getByText(`Received, assigned to ${supervisor.name}.`)).toBeVisible()
  },
)

test("the banner stands above the profile and above administration, where emergencies are taken as well", async ({
  assignedRequest,
  pageOf,
}) => {
  const { worker, request } = await assignedRequest(EMERGENCY)
  const administrators = await pageOf(ADMINISTRATOR)
  await administrators.goto("/admin/settings")
  const { line1, town, postcode } = request.premises
  // In sight or, while other journeys report more than a screen has room for, behind them.
  await expect(bannerOf(administrators).getByText(`${line1}, ${town}, ${postcode}`, { exact: true })).toBeAttached()
  await expect(administrators).toHaveTitle(/^\(\d+\+?\) /)
  const page = await pageOf(worker)
  await page.goto("/profile/edit")
  await press(bannerOf(page), `I have it ${request.reference}`)
  await expect(page.getByText(`Received, assigned to ${worker.name}.`)).toBeVisible()
})

test(
  "a flat in the first line of an address does not hide the street in the second",
  ONLY_ONCE,
  async ({ assignedRequest, pageOf }) => {
    const { worker, person, request } = await assignedRequest({ category: "gas_leak", premises: FLAT })
    const whole = `${FLAT.line1}, ${FLAT.line2}, ${FLAT.town}, ${FLAT.postcode}`
    const page = await pageOf(worker)
    await page.goto("/desk")
    await expect(bannerOf(page).getByText(whole, { exact: true })).toBeVisible()
    await page.goto(`/desk/requests/${request.id}`)
    await expect(page.getByRole("main").getByText(whole, { exact: true }).first()).toBeVisible()
    const supervisors = await pageOf(SUPERVISOR)
    await supervisors.goto("/desk/team")
    await expect(supervisors.getByRole("row").filter({ hasText: request.reference })).toContainText(whole)
    const customers = await pageOf(person)
    await customers.goto("/requests")
    await expect(customers.getByText(whole)).toBeVisible()
  },
)

test("reports in one street stand together and are taken together; one that joined another is handled separately", async ({
  as,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  const street = `${newPerson().name} Street`
  const place = { town: "Leeds", postcode: `LS${randomInt(10, 90)} ${randomInt(10)}QP` }
  const file = async (house: string) => {
    const customer = await as(await newCustomer())
    return fileRequest(customer, { category: "gas_leak", premises: { ...place, line1: `${house} ${street}` } })
  }
  const [first, , again] = [await file("1"), await file("2"), await file("1")]
  const supervisor = await newStaff("supervisor")
  const page = await pageOf(supervisor)
  // Here all are asked for however many there are, since other journeys report emergencies at the same time.
  await page.setViewportSize({ width: 768, height: 1024 })
  await page.goto("/desk")
  const banner = bannerOf(page)
  await banner.getByRole("checkbox", { name: /^Show all \d+/ }).check()
  await expect(banner.getByText(`2 reports in ${street}`)).toBeVisible()
  const row = banner
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: `I have it ${first.reference}` }) })
    .last()
  await expect(row).toContainText("Reported again (1×)")
  await row.getByText(/^Offered to/).click()
  await expect(row.getByRole("link", { name: again.reference })).toBeVisible()
  await press(banner, `Take all 2 in ${street}`)
  await expect(page.getByText("2 emergencies assigned to you")).toBeVisible()
  await expect(banner.getByText(`2 reports in ${street}`)).toHaveCount(0)
  await page.goto(`/desk/requests/${first.id}`)
  await expect(page.getByRole("main").getByText(`2 reports in ${street}`)).toBeVisible()
  await press(page.getByRole("main"), `Handle separately ${again.reference}`)
  await arrive(page, again.title)
  await expect(page.getByText("Handled on its own from now on")).toBeVisible()
})

test(
  "with many emergencies the page below them stays within reach on a small phone",
  ONLY_ONCE,
  async ({ as, newCustomer, pageOf }) => {
    const page = await pageOf(SUPERVISOR)
    for (const _ of Array(3)) {
      await fileRequest(await as(await newCustomer()), EMERGENCY)
    }
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto("/desk")
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
    const { height = 0 } = (await bannerOf(page).boundingBox()) ?? {}
    expect(height).toBeLessThan(560)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  },
)

test(
  "with 13 emergencies and text of twice the size, a phone reaches every one of them without a box that scrolls",
  ONLY_ONCE,
  async ({ as, newCustomer, pageOf }) => {
    const page = await pageOf(SUPERVISOR)
    for (const _ of Array(13)) await fileRequest(await as(await newCustomer()), EMERGENCY)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto("/desk")
    const banner = bannerOf(page)
    await press(banner, "Not now")
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%"
    })
    const take = banner.getByRole("button", { name: /^I have it/ })
    await expect(take).toHaveCount(1)
    // Whatever stands first: other journeys report emergencies at the same time, of which some say where in words only.
    await expect(banner.locator(".emergency-row:visible > p").nth(1)).toBeInViewport()
    await banner.getByRole("checkbox", { name: /^Show all \d+/ }).check()
    expect(await take.count()).toBeGreaterThanOrEqual(13)
    await take.last().scrollIntoViewIfNeeded()
    await expect(take.last()).toBeInViewport({ ratio: 1 })
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll("body *")]
        .filter((it) => it.getBoundingClientRect().right > 361 && !it.closest(".list-room, [role=region]"))
        .map((it) => `${it.outerHTML.slice(0, 150)} ${Math.round(it.getBoundingClientRect().right)}`),
    )
    expect(await page.evaluate(() => document.documentElement.scrollWidth), wide.join("\n")).toBe(360)
  },
)

test(
  "an emergency that comes while the banner is out of sight is said over the page, once, and leads to the banner",
  ONLY_ONCE,
  async ({ as, newCustomer, newStaff, pageOf }) => {
    const worker = await newStaff()
    const page = await pageOf(worker)
    await keepNotices(page)
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 560 })
      await page.goto("/profile")
      const banner = bannerOf(page)
      await expect(banner.getByRole("group", { name: "Sound an alarm for emergencies?" })).toBeVisible()
      await page.mouse.wheel(0, 900)
      await expect(banner.locator(".says")).not.toBeInViewport()
      const said = page.locator(".said-above")
      await expect(said).toHaveCount(0)
      const title = `Smell by the stairs ${newPerson().name}`
      const { id, premises } = await fileFor(await as(await newCustomer()), await as(SUPERVISOR), worker.id, {
        ...{ category: "gas_leak", title, premises: { ...somewhere(), line1: `${width} Low Road` } },
      })
      await expect(said).toContainText(premises.line1)
      await expect(said).toBeInViewport({ ratio: 1 })
      // What watches has said it already.
      await expect(banner.locator("[aria-live=assertive]")).toContainText(premises.line1)
      expect(await said.evaluate((it) => it.closest("[role=alert], [role=status], [aria-live]"))).toBeNull()
      await said.getByRole("button", { name: "Show emergency" }).click()
      await expect(said).toHaveCount(0)
      await expect(banner).toBeFocused()
      await expect(banner.locator(".says")).toBeInViewport()

      // The next one goes as soon as somebody scrolls there, and so does one that somebody else has taken.
      await page.mouse.wheel(0, 900)
      await expect(banner.locator(".says")).not.toBeInViewport()
      const other = await fileFor(await as(await newCustomer()), await as(SUPERVISOR), worker.id, {
        ...{ category: "gas_leak", premises: { ...somewhere(), line1: `${width} High Road` } },
      })
      await expect(said).toContainText("High Road")
      await expect(said).not.toContainText("Low Road")
      await (await as(worker)).put(`/requests/${other.id}/acknowledgement`, {})
      await expect(said).toHaveCount(0)
      await (await as(worker)).put(`/requests/${id}/acknowledgement`, {})
    }
  },
)
