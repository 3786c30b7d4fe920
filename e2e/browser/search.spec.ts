import type { ListedRequest } from "@/lib/requests/contract"
import { answer, type PageOf } from "../api"
import { barriers } from "../barriers"
import { ADMINISTRATOR } from "../people"
import { expect, ONLY_ONCE, test } from "../visit"

test("desk, portal and API find the same by the same words, and show where @once", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, worker, request } = await assignedRequest({ title: "Kettle’s boiler ticks" })
  const q = "kettles ticks monday"
  for (const [who, path, place] of [
    [worker, "/desk", "Found in: description"],
    [person, "/requests", "Found in: description"],
  ] as const) {
    const { items } = await answer<PageOf<ListedRequest>>((await as(who)).get(`/requests?q=${q}`), 200)
    expect(items.map(({ id }) => id)).toEqual([request.id])
    expect(items[0]?.foundIn).toEqual(["title", "description"])
    const page = await pageOf(who)
    await page.goto(path)
    await page.getByRole("search").getByRole("searchbox").fill(q)
    await page.getByRole("search").getByRole("button").click()
    await expect(page.locator("mark")).toHaveText(["Kettle’s", "ticks"])
    await expect(page.getByText(place)).toBeVisible()
    for (const width of [375, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await barriers(page)).toEqual([])
    }
  }
})

test(
  "a list whose address is not understood is there all the same, and says what was not used",
  ONLY_ONCE,
  async ({ assignedRequest, pageOf }) => {
    const { person, worker, request } = await assignedRequest({ title: "Pilot light questions" })
    const long = "boiler ".repeat(20)
    for (const [who, path, words] of [
      [person, `/requests?q=${long}&after=nowhere`, "Not used: the page of the list, the search."],
      [person, "/requests?status=lost", "Not used: the status."],
      [worker, `/desk/customers?q=${long}`, "Not used: the search."],
      [ADMINISTRATOR, "/admin/audit?actorId=helen&after=nowhere", "Not used: the person, the page of the list."],
    ] as const) {
      const page = await pageOf(who)
      await page.goto(path)
      await expect(page.getByText(words)).toBeVisible()
      if (who === person) await expect(page.getByRole("link", { name: request.title })).toBeVisible()
    }
  },
)
