import { answer } from "../api"
import { fileRequest } from "../filing"
import { ADMINISTRATOR, SUPERVISOR } from "../people"
import { arrive, expect, expectMistake, fill, press, test } from "../visit"

/** Only this person can take these, and the demo has nobody at work for them. */
const CATEGORY = "complaint"

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
/** In the demo's time zone. */
const today = () => new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "Europe/London" }).format(Date.now())
const inThreeDays = () => DAYS[(DAYS.indexOf(today()) + 3) % 7] ?? ""

for (const scripts of [true, false])
  test(`a supervisor changes a week ${scripts ? "with" : "without"} scripts: who is off shift is given nothing`, async ({
    as,
    browser,
    newCustomer,
    newStaff,
    pageOf,
  }) => {
    const [person, worker] = [await newCustomer(), await newStaff()]
    await answer((await as(ADMINISTRATOR)).patch(`/staff/${worker.id}`, { categories: [CATEGORY] }), 200)
    await answer((await as(worker)).put("/profile/availability", { available: true }), 200)
    const signedIn = await pageOf(SUPERVISOR)
    const storageState = await signedIn.context().storageState()
    const context = await browser.newContext({ javaScriptEnabled: scripts, storageState })
    const page = await context.newPage()
    const file = async () => (await fileRequest(await as(person), { category: CATEGORY })).assignee
    const only = async (day: string, hours: string) => {
      for (const name of DAYS)
        await page.getByLabel(`Shift on ${name}`, { exact: true }).fill(name === day ? hours : "")
      await press(page, "Save the week")
    }

    await page.goto(`/desk/team/${worker.id}/roster`)
    await arrive(page, worker.name)
    await expect(page.getByText("No set hours")).toBeVisible()
    const field = page.getByLabel("Shift on Monday", { exact: true })
    await field.fill("nine to five")
    await press(page, "Save the week")
    await expectMistake(page, "Enter hours like 08:00-16:30, or several with a comma between them", field)
    await expect(field).toHaveValue("nine to five")

    await only(today(), "0-24")
    await expect(page.getByText("The week is saved")).toBeVisible()
    await expect(page.getByText(/On shift until/)).toBeVisible()
    expect(await file()).toMatchObject({ id: worker.id })

    await only(inThreeDays(), "8-16:30")
    await expect(page.getByText(/On shift until/)).toHaveCount(0)
    expect(await file()).toBeNull()
    await context.close()
  })

test("an absence begins: what is not started waits again, and comes back when the absence is deleted", async ({
  as,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  const [person, worker] = [await newCustomer(), await newStaff()]
  await answer((await as(ADMINISTRATOR)).patch(`/staff/${worker.id}`, { categories: [CATEGORY] }), 200)
  await answer((await as(worker)).put("/profile/availability", { available: true }), 200)
  const customer = await as(person)
  const { id } = await fileRequest(customer, { category: CATEGORY })
  const assignee = async () =>
    (await answer<{ assignee: { id: string } | null }>(customer.get(`/requests/${id}`), 200)).assignee
  const page = await pageOf(SUPERVISOR)
  await page.goto(`/desk/team/${worker.id}/roster`)
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel("Away from").fill(`${day(-1)}T08:00`)
  await page.getByLabel("Back at").fill(`${day(-2)}T17:00`)
  await press(page, "Add the absence")
  await expectMistake(page, "The end must be after the start", page.getByLabel("Back at"))
  await page.getByLabel("Back at").fill(`${day(2)}T17:00`)
  await fill(page, { Reason: "A course" })
  await press(page, "Add the absence")
  await expect(page.getByText("The absence is added")).toBeVisible()
  await expect(page.getByText("A course")).toBeVisible()
  expect(await assignee()).toBeNull()

  const theirs = await pageOf(worker)
  await theirs.goto("/profile")
  await expect(theirs.getByText(/Away until/)).toBeVisible()
  await expect(theirs.getByText("A course")).toHaveCount(0)

  await press(page, /^Delete the absence/)
  await expect(page.getByText("No absences ahead")).toBeVisible()
  expect(await assignee()).toMatchObject({ id: worker.id })
})

test("a holiday is added and deleted; an administrator finds the roster from the person", async ({
  newStaff,
  pageOf,
}) => {
  const worker = await newStaff()
  const page = await pageOf(ADMINISTRATOR)
  await page.goto(`/admin/staff/${worker.id}`)
  await page.getByRole("link", { name: "Roster and absences" }).click()
  await arrive(page, worker.name)
  await page.getByRole("link", { name: "holidays of the utility" }).click()
  await arrive(page, "Holidays")
  const name = `Holiday ${worker.id}`
  await page.getByLabel("Day", { exact: true }).fill("2031-05-01")
  await fill(page, { Name: name })
  await press(page, "Add the holiday")
  await expect(page.getByText("The holiday is saved")).toBeVisible()
  await expect(page.getByText("Thursday 1 May 2031")).toBeVisible()
  await press(page, `Delete ${name}`)
  await expect(page.getByText(name)).toHaveCount(0)
})
