import { type Api, answer } from "../api"
import { ADMINISTRATOR, SUPERVISOR } from "../people"
import { arrive, expect, ONLY_ONCE, press, test } from "../visit"

const WEEK = "2031-10-20"

test("the week of the team shows shifts, and an absence without an end until somebody sets one", async ({
  as,
  newStaff,
  pageOf,
}) => {
  const worker = await newStaff()
  const supervisor = await as(SUPERVISOR)
  const week = { shifts: [{ duty: "shift", weekday: 2, startsAt: "08:30", endsAt: "17:00" }] }
  await answer(supervisor.put(`/staff/${worker.id}/shifts`, week), 200)
  const page = await pageOf(SUPERVISOR, "hears nothing")
  const after = await pageBefore(supervisor, worker.id)
  await page.goto(`/desk/team/roster?week=2031-10-22${after}`)
  await arrive(page, "Team roster")
  await expect(page.getByText("20 to 26 October 2031")).toBeVisible()
  const row = page.getByRole("row", { name: worker.name })
  await expect(row.getByRole("cell")).toHaveText(["Off", "8:30–17", "Off", "Off", "Off", "Off", "Off"])

  await row.getByRole("link", { name: "8:30–17" }).click()
  await arrive(page, worker.name)
  await page.getByLabel("Absent from").fill("2031-10-21T00:00")
  await press(page, "Add absence")
  await expect(page.getByText("Absence added")).toBeVisible()
  await expect(page.getByText("no end date yet").first()).toBeVisible()
  await page.goto(`/desk/team/roster?week=${WEEK}${after}`)
  const days = ["Off", ...Array<string>(6).fill("Absent")]
  await expect(row.getByRole("cell")).toHaveText(days)

  await row.getByRole("link", { name: "Absent" }).last().click()
  await arrive(page, worker.name)
  await page.getByLabel("Back at").first().fill("2031-10-24T00:00")
  await press(page, "Set end")
  await expect(page.getByText("Absence changed")).toBeVisible()
  await page.goto(`/desk/team/roster?week=${WEEK}${after}`)
  await expect(row.getByRole("cell")).toHaveText(["Off", "Absent", "Absent", "Absent", "Off", "Off", "Off"])
})

test(
  "weeks follow one another by links, and the Sundays on which clocks change have 23 and 25 hours",
  ONLY_ONCE,
  async ({ pageOf }) => {
    const page = await pageOf(ADMINISTRATOR)
    await page.goto("/desk/team/roster?week=2031-03-24")
    const coverage = page.getByRole("table", { name: /^How many skills nobody covers/ })
    const hours = () => coverage.getByRole("row").last().locator("td:not(:empty)").count()
    await expect(page.getByText("24 to 30 March 2031")).toBeVisible()
    expect(await hours()).toBe(23)
    await page.getByRole("link", { name: "Next week" }).click()
    await expect(page.getByText("31 March to 6 April 2031")).toBeVisible()
    expect(await hours()).toBe(24)
    await page.goto("/desk/team/roster?week=2031-10-20")
    await expect(coverage.getByRole("columnheader", { name: "01 again" })).toBeVisible()
    expect(await hours()).toBe(25)
  },
)

/** Where the page begins on which somebody stands, since other tests add people. */
async function pageBefore(api: Api, id: string): Promise<string> {
  let after: string | undefined
  for (;;) {
    const query: string = after ? `&after=${after}` : ""
    const found = await answer<{ items: { id: string }[]; next: string | null }>(
      api.get(`/team/roster?week=${WEEK}${query}`),
      200,
    )
    if (found.items.some((it) => it.id === id) || !found.next) return query
    after = found.next
  }
}
