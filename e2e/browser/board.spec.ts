import { randomInt } from "node:crypto"
import type { Locator, Page } from "@playwright/test"
import type { ServiceRequest } from "@/lib/requests/contract"
import { answer } from "../api"
import { fileFor } from "../filing"
import { SUPERVISOR } from "../people"
import { arrive, expect, ONLY_ONCE, press, test } from "../visit"

/** Somebody's card; they may stand on a later page of people. */
async function findCard(page: Page, { name }: { name: string }): Promise<Locator> {
  const card = page.locator("[data-person]").filter({ has: page.getByRole("heading", { name, exact: true }) })
  const next = page.getByRole("navigation", { name: "People: pages" }).getByRole("link", { name: "Next" })
  // Between two pages there is nobody, which does not mean that they are on a later one.
  const anyone = page.locator("[data-person]").first()
  await expect(anyone).toBeVisible()
  while ((await card.count()) === 0) {
    const before = page.url()
    await next.click()
    await expect(page).not.toHaveURL(before)
    await expect(anyone).toBeVisible()
  }
  return card
}

/** Opens somebody's work, if it is not open, and waits for a request of theirs. */
async function openWork(page: Page, person: { name: string }, reference: string): Promise<Locator> {
  const link = (await findCard(page, person)).getByRole("link", { name: `Open requests of ${person.name}` })
  if ((await link.getAttribute("aria-expanded")) === "false") await link.click()
  const card = await findCard(page, person)
  await expect(card.getByLabel(`Select ${reference}`)).toBeVisible()
  return card
}

test("a supervisor sees what somebody has to do, and gives several requests of theirs to somebody else", async ({
  as,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  const [holder, worker] = [await newStaff(), await newStaff()]
  const customer = await as(await newCustomer())
  const supervisor = await as(SUPERVISOR)
  const filed = [await fileFor(customer, supervisor, holder.id), await fileFor(customer, supervisor, holder.id)]

  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto("/desk")
  await page.getByRole("link", { name: "Team", exact: true }).click()
  await arrive(page, "Team")
  const theirs = (await findCard(page, holder)).getByRole("link", { name: `Requests of ${holder.name}`, exact: true })
  await expect(theirs).toHaveAttribute("href", `/desk?assignee=${holder.id}`)
  await press(page, "Assign")
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText(
    "Choose at least one request",
  )

  for (const { reference } of filed) {
    await openWork(page, holder, reference)
    await page.getByLabel(`Select ${reference}`).check()
  }
  await page.getByLabel("Assign selected to").selectOption(worker.id)
  await page.getByLabel("Note for staff").fill("Both lie on your way.")
  // Meanwhile somebody else does something with one of them.
  const [first, second] = filed
  const before = await answer<ServiceRequest>(supervisor.get(`/requests/${second?.id}`), 200)
  const moved = { to: "in_progress", version: before.version }
  await answer(supervisor.put(`/requests/${second?.id}/status`, moved), 200)
  await press(page, "Assign")
  await expect(page.getByText(`${first?.reference} assigned to ${worker.name}`)).toBeVisible()
  await expect(page.getByText(new RegExp(`${second?.reference}: .*changed`))).toBeVisible()
  await expect(page.getByLabel(`Select ${second?.reference}`)).toBeChecked()
  await page.getByLabel("Assign selected to").selectOption(worker.id)
  await press(page, "Assign")
  await expect(page.getByText(`${second?.reference} assigned to ${worker.name}`)).toBeVisible()

  await page.goto(`/desk/requests/${first?.id}`)
  await expect(page.getByText("Both lie on your way.")).toBeVisible()
  await page.getByRole("link", { name: `Why it is assigned to ${worker.name}` }).click()
  await expect(page.getByText(new RegExp(`Assigned to ${worker.name} by ${SUPERVISOR.name}`))).toBeVisible()
})

test("whoever stands on another page of the board can be assigned requests, too", async ({
  javaScriptEnabled: scripts,
  newStaff,
  pageOf,
}) => {
  const worker = await newStaff("staff", { name: `Zora ${randomInt(1_000_000)}` })
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto("/desk/team")
  if (!scripts) await page.getByRole("link", { name: "Show everyone to assign to" }).click()
  const people = page.getByLabel("Assign selected to")
  await people.focus()
  await people.selectOption(worker.id)
  await expect(page.getByText(`${worker.name}: away. You can assign to them anyway.`)).toHaveCount(scripts ? 1 : 0)
})

test(
  "a request is dragged from one person to another, and stays in sight when it cannot be",
  ONLY_ONCE,
  async ({ as, newCustomer, newStaff, pageOf }) => {
    // By name, so that they stand side by side.
    const team = `Aaron ${randomInt(1_000_000)}`
    const [first, second] = [
      await newStaff("staff", { name: `${team} A` }),
      await newStaff("staff", { name: `${team} B` }),
    ]
    const supervisor = await as(SUPERVISOR)
    const { id, reference } = await fileFor(await as(await newCustomer()), supervisor, first.id)
    const page = await pageOf(SUPERVISOR, "hears nothing")
    await page.goto("/desk/team")
    // From here on scripts do what they do.
    await page.getByRole("button", { name: "Turn on sound" }).waitFor()
    const drag = async (from: { name: string }, to: { name: string }) => {
      const target = await findCard(page, to)
      const row = (await openWork(page, from, reference)).getByRole("listitem").filter({ hasText: reference })
      await row.locator("[data-request]").hover()
      await page.mouse.down()
      // What moves is held from here on, however far it has to be scrolled.
      const held = await row.locator("[data-request]").boundingBox()
      await page.mouse.move((held?.x ?? 0) + 30, (held?.y ?? 0) + 30, { steps: 5 })
      for (let times = 0; times < 2; times++) await target.getByRole("heading").hover()
      await page.mouse.up()
    }
    await drag(first, second)
    await expect(page.getByText(`${reference} assigned to ${second.name}`)).toBeVisible()

    // Somebody does something with it after the supervisor has seen it.
    await openWork(page, second, reference)
    const { version } = await answer<ServiceRequest>(supervisor.get(`/requests/${id}`), 200)
    await answer(supervisor.put(`/requests/${id}/status`, { to: "in_progress", version }), 200)
    await drag(second, first)
    const refused = page.getByRole("link", { name: new RegExp(`${reference}: .*changed`) })
    await expect(refused).toHaveAttribute("href", `/desk/requests/${id}`)
    await expect(page.getByLabel(`Select ${reference}`)).toBeVisible()
    await expect(page.getByLabel(`Select ${reference}`)).toBeChecked()
  },
)

test("the board tells how much somebody has to do; which requests these are comes when it is opened, page by page", async ({
  as,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  const worker = await newStaff("staff", { name: `Aaron ${randomInt(1_000_000)}` })
  const [customer, supervisor] = [await as(await newCustomer()), await as(SUPERVISOR)]
  const filed: ServiceRequest[] = []
  for (let i = 0; i < 21; i++) filed.push(await fileFor(customer, supervisor, worker.id))
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto("/desk/team")
  const [, second, ...rest] = filed
  const last = rest.at(-1)
  const card = await findCard(page, worker)
  await expect(card).toContainText("21 of")
  const html = await (await page.request.get(page.url())).text()
  for (const { reference } of rest) expect(html).not.toContain(reference)
  // Of the page below the emergencies, of which other tests have many.
  expect(html.slice(html.indexOf("<main")).replace(/<script.*/s, "").length).toBeLessThan(200_000)
  expect(await page.locator("[data-person]").count()).toBeLessThanOrEqual(20)

  await openWork(page, worker, second?.reference ?? "")
  await expect(card.getByRole("checkbox")).toHaveCount(20)
  await expect(card.getByLabel(`Select ${last?.reference}`)).toHaveCount(0)
  await card.getByRole("link", { name: "Show more" }).click()
  await expect(card.getByLabel(`Select ${last?.reference}`)).toBeVisible()
})

test(
  "folded away, somebody's work still shows what is ticked",
  ONLY_ONCE,
  async ({ as, newCustomer, newStaff, pageOf }) => {
    const worker = await newStaff("staff", { name: `Aaron ${randomInt(1_000_000)}` })
    const [customer, supervisor] = [await as(await newCustomer()), await as(SUPERVISOR)]
    const [ticked, other] = [
      await fileFor(customer, supervisor, worker.id),
      await fileFor(customer, supervisor, worker.id),
    ]
    const page = await pageOf(SUPERVISOR, "hears nothing")
    await page.goto("/desk/team")
    await page.getByRole("button", { name: "Turn on sound" }).waitFor()
    const card = await openWork(page, worker, other.reference)
    await card.getByLabel(`Select ${ticked.reference}`).check()
    await card.getByRole("link", { name: `Open requests of ${worker.name}` }).click()
    await expect(card.getByLabel(`Select ${other.reference}`)).toBeHidden()
    await expect(card.getByLabel(`Select ${ticked.reference}`)).toBeChecked()
    await expect(card.getByLabel(`Select ${ticked.reference}`)).toBeVisible()
  },
)

test(
  "all that is shown of somebody's work is selected in one go, with what to do about it in sight and a word about who is away",
  ONLY_ONCE,
  async ({ as, newCustomer, newStaff, pageOf }) => {
    const worker = await newStaff("staff", { name: `Aaron ${randomInt(1_000_000)}` })
    const [customer, supervisor] = [await as(await newCustomer()), await as(SUPERVISOR)]
    const filed = [await fileFor(customer, supervisor, worker.id), await fileFor(customer, supervisor, worker.id)]
    const page = await pageOf(SUPERVISOR, "hears nothing")
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto("/desk/team")
    await page.getByRole("button", { name: "Turn on sound" }).waitFor()
    const card = await openWork(page, worker, filed[0]?.reference ?? "")
    await expect(card).toContainText("Away")
    await press(card, "Select all shown")
    for (const { reference } of filed) await expect(card.getByLabel(`Select ${reference}`)).toBeChecked()
    const people = page.getByLabel("Assign selected to")
    await expect(people).toBeInViewport()
    await people.selectOption(worker.id)
    await expect(page.getByText(`${worker.name}: away. You can assign to them anyway.`)).toBeVisible()
    await press(card, "Select all shown")
    for (const { reference } of filed) await expect(card.getByLabel(`Select ${reference}`)).not.toBeChecked()
  },
)
