import { randomInt } from "node:crypto"
import type { RequestToFile, ServiceRequest } from "@/lib/requests/contract"
import { type Api, answer, type Newcomer } from "../api"
import { fileRequest } from "../filing"
import { ADMINISTRATOR, PREMISES, SUPERVISOR } from "../people"
import { arrive, expect, expectMistake, fill, ONLY_ONCE, press, test } from "../visit"

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
/** In the demo's time zone. */
const today = () => new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "Europe/London" }).format(Date.now())
const inThreeDays = () => DAYS[(DAYS.indexOf(today()) + 3) % 7] ?? ""

/** A place of which this person has nothing to do yet, so that they are the first to be given what comes from there. */
async function settle(administrator: Api, worker: Api, { id }: Newcomer): Promise<Partial<RequestToFile>> {
  const area = `QZ${randomInt(1000, 9999)}`
  const change = { categories: ["meter_fault"], capacity: 10_000, areas: [area] }
  await answer(administrator.patch(`/staff/${id}`, change), 200)
  await answer(worker.put("/profile/availability", { available: true }), 200)
  return { category: "meter_fault", premises: { ...PREMISES, postcode: `${area} 1AA` } }
}

test("a supervisor changes a week: who is off shift is given nothing, and others are", async ({
  as,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  const [person, worker] = [await newCustomer(), await newStaff()]
  const there = await settle(await as(ADMINISTRATOR), await as(worker), worker)
  const customer = await as(person)
  const file = async () => (await fileRequest(customer, there)).assignee
  const page = await pageOf(SUPERVISOR, "hears nothing")
  const only = async (day: string, hours: string) => {
    for (const name of DAYS) await page.getByLabel(`Shift on ${name}`, { exact: true }).fill(name === day ? hours : "")
    await press(page, "Save week")
  }

  await page.goto(`/desk/team/${worker.id}/roster`)
  await arrive(page, worker.name)
  await expect(page.getByText("No set hours")).toBeVisible()
  const field = page.getByLabel("Shift on Monday", { exact: true })
  await field.fill("nine to five")
  await press(page, "Save week")
  await expectMistake(page, "Enter hours like 08:00-16:30, separated by commas", field)
  await expect(field).toHaveValue("nine to five")

  await only(today(), "0-24")
  await expect(page.getByText("Week saved")).toBeVisible()
  await expect(page.getByText(/On shift until/)).toBeVisible()
  expect(await file()).toMatchObject({ id: worker.id })

  await only(inThreeDays(), "8-16:30")
  await expect(page.getByText(/On shift until/)).toHaveCount(0)
  expect((await file())?.id).not.toBe(worker.id)

  const theirs = await pageOf(worker)
  await theirs.goto("/desk")
  await expect(theirs.getByText(/Off shift until 08:00/)).toBeVisible()
  await theirs.goto("/profile")
  await expect(theirs.getByRole("row", { name: inThreeDays() })).toContainText("08:00–16:30")
})

test(
  "an absence begins: what is not started goes to others, until it is deleted",
  ONLY_ONCE,
  async ({ as, newCustomer, newStaff, pageOf }) => {
    const [person, worker] = [await newCustomer(), await newStaff()]
    const there = await settle(await as(ADMINISTRATOR), await as(worker), worker)
    const customer = await as(person)
    const { id, assignee } = await fileRequest(customer, there)
    expect(assignee).toMatchObject({ id: worker.id })
    const page = await pageOf(SUPERVISOR, "hears nothing")
    await page.goto(`/desk/team/${worker.id}/roster`)
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    await page.getByLabel("Absent from").fill(`${day(-1)}T08:00`)
    await page.getByLabel("Back at").fill(`${day(-2)}T17:00`)
    await press(page, "Add absence")
    await expectMistake(page, "The end must be after the start", page.getByLabel("Back at"))
    await page.getByLabel("Back at").fill(`${day(2)}T17:00`)
    await fill(page, { Reason: "A course" })
    await press(page, "Add absence")
    await expect(page.getByText("Absence added")).toBeVisible()
    await expect(page.getByText(/^1 request (reassigned to|is unassigned now)/)).toBeVisible()
    await expect(page.getByText("A course")).toBeVisible()
    const taken = await answer<ServiceRequest>(customer.get(`/requests/${id}`), 200)
    expect(taken.assignee?.id).not.toBe(worker.id)

    const theirs = await pageOf(worker)
    await theirs.goto("/profile")
    await expect(theirs.getByText(/Absent until/).first()).toBeVisible()
    await expect(theirs.getByText("A course")).toHaveCount(0)

    await press(page, /^Delete the absence/)
    await expect(page.getByText("No upcoming absences")).toBeVisible()
    expect((await fileRequest(customer, there)).assignee).toMatchObject({ id: worker.id })
  },
)

test("a holiday is added and deleted; an administrator finds the roster from the person", async ({
  newStaff,
  pageOf,
}) => {
  const worker = await newStaff()
  const page = await pageOf(ADMINISTRATOR)
  await page.goto(`/admin/staff/${worker.id}`)
  await page.getByRole("link", { name: "Roster and absences" }).click()
  await arrive(page, worker.name)
  await page.getByRole("link", { name: "holidays" }).click()
  await arrive(page, "Holidays")
  const name = `Holiday ${worker.id}`
  // Another year each time, since the same journey is made with and without scripts.
  const year = randomInt(2031, 2099)
  await page.getByLabel("Day", { exact: true }).fill(`${year}-05-01`)
  await fill(page, { Name: name })
  await press(page, "Add holiday")
  await expect(page.getByText("Holiday saved")).toBeVisible()
  await expect(page.getByText(`1 May ${year}`)).toBeVisible()
  await press(page, `Delete ${name}`)
  await expect(page.getByText(name)).toHaveCount(0)
})
