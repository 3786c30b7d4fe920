import { randomInt } from "node:crypto"
import type { ServiceRequest } from "@/lib/requests/contract"
import { answer } from "../api"
import { fileFor, fileRequest } from "../filing"
import { ADMINISTRATOR, PREMISES, SUPERVISOR } from "../people"
import { arrive, expect, ONLY_ONCE, press, test } from "../visit"

test("a supervisor sees why requests wait, and gives several to somebody at once", async ({
  as,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  const [person, worker] = [await newCustomer(), await newStaff()]
  const administrator = await as(ADMINISTRATOR)
  const area = `QY${randomInt(1000, 9999)}`
  await answer(administrator.patch(`/staff/${worker.id}`, { categories: ["meter_fault"], areas: [area] }), 200)
  const customer = await as(person)
  const supervisor = await as(SUPERVISOR)
  const there = { category: "meter_fault", premises: { ...PREMISES, postcode: `${area} 1AA` } } as const
  const filed = [await fileRequest(customer, there), await fileRequest(customer, there)]

  const page = await pageOf(SUPERVISOR)
  await page.goto("/desk")
  await page.getByRole("link", { name: "Team", exact: true }).click()
  await arrive(page, "Team")
  await press(page, "Give")
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText(
    "Choose at least one request",
  )

  // Whoever has them now: they are ticked where they stand.
  for (const { reference } of filed) {
    const box = page.getByLabel(`Choose ${reference}`)
    await box.waitFor({ state: "attached" })
    if (!(await box.isVisible())) await page.locator("details").filter({ has: box }).locator("summary").click()
    await box.check()
  }
  await page.getByLabel("Give the ticked requests to").selectOption(worker.id)
  await page.getByLabel("Note for staff").fill("Both lie on your way.")
  // Meanwhile somebody else does something with one of them.
  const [first, second] = filed
  const before = await answer<ServiceRequest>(supervisor.get(`/requests/${second?.id}`), 200)
  const moved = { to: "in_progress", version: before.version }
  await answer(supervisor.put(`/requests/${second?.id}/status`, moved), 200)
  await press(page, "Give")
  await expect(page.getByText(`${first?.reference} given to ${worker.name}`)).toBeVisible()
  await expect(page.getByText(new RegExp(`${second?.reference}: .*changed`))).toBeVisible()
  await expect(page.getByLabel(`Choose ${second?.reference}`)).toBeChecked()
  await page.getByLabel("Give the ticked requests to").selectOption(worker.id)
  await press(page, "Give")
  await expect(page.getByText(`${second?.reference} given to ${worker.name}`)).toBeVisible()

  await page.goto(`/desk/requests/${first?.id}`)
  await expect(page.getByText("Both lie on your way.")).toBeVisible()
  await expect(page.getByText(new RegExp(`Given to ${worker.name} by hand, by ${SUPERVISOR.name}`))).toBeVisible()
})

test(
  "a request is dragged from one person to another, and stays in sight when it cannot be",
  ONLY_ONCE,
  async ({ as, newCustomer, newStaff, pageOf }) => {
    const [first, second] = [await newStaff(), await newStaff()]
    const supervisor = await as(SUPERVISOR)
    const { id, reference } = await fileFor(await as(await newCustomer()), supervisor, first.id)
    const page = await pageOf(SUPERVISOR)
    await page.goto("/desk/team")
    // From here on scripts do what they do.
    await page.getByRole("switch", { name: "Sound for emergencies" }).waitFor()
    const cardOf = (person: { name: string }) =>
      page.locator("[data-person]").filter({ has: page.getByRole("heading", { name: person.name, exact: true }) })
    const drag = async (from: { name: string }, to: { name: string }) => {
      const row = cardOf(from).getByRole("listitem").filter({ hasText: reference })
      if (!(await row.isVisible())) await cardOf(from).getByText("Open requests").click()
      await row.locator("[data-request]").hover()
      await page.mouse.down()
      // What moves is held from here on, however far it has to be scrolled.
      const held = await row.locator("[data-request]").boundingBox()
      await page.mouse.move((held?.x ?? 0) + 30, (held?.y ?? 0) + 30, { steps: 5 })
      for (let times = 0; times < 2; times++) await cardOf(to).getByRole("heading").hover()
      await page.mouse.up()
    }
    await drag(first, second)
    await expect(page.getByText(`${reference} given to ${second.name}`)).toBeVisible()

    const { version } = await answer<ServiceRequest>(supervisor.get(`/requests/${id}`), 200)
    await answer(supervisor.put(`/requests/${id}/status`, { to: "in_progress", version }), 200)
    await drag(second, first)
    const refused = page.getByRole("link", { name: new RegExp(`${reference}: .*changed`) })
    await expect(refused).toHaveAttribute("href", `/desk/requests/${id}`)
    await expect(page.getByLabel(`Choose ${reference}`)).toBeVisible()
    await expect(page.getByLabel(`Choose ${reference}`)).toBeChecked()
  },
)
