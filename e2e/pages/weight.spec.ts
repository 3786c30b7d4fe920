import type { Page } from "@playwright/test"
import { fileEmergency, TOUR } from "../tour"
import { expect, test } from "../visit"

const MOST = 160_000
const FIRST_LOADS = [
  "/",
  "/emergency",
  "/sign-in",
  "/register",
  "/forgot",
  "/profile",
  "/profile/edit",
  "/profile/password",
]

/** The bytes of script that come over the wire until nothing more comes by itself. */
async function weigh(page: Page, path: string): Promise<number> {
  const sizes: Promise<number>[] = []
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script") sizes.push(request.sizes().then((it) => it.responseBodySize))
  })
  await page.goto(path, { waitUntil: "networkidle" })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

test("no page of the portal needs more than 160 kB of script, compressed, on a first visit", async ({
  as,
  browser,
  baseURL,
  newCustomer,
  pageOf,
}) => {
  const person = await newCustomer()
  const id = await fileEmergency(await as(person))
  const weights: Record<string, number> = {}
  const storageState = await (await pageOf(person)).context().storageState()
  for (const path of [...FIRST_LOADS, ...TOUR.customer, "/requests/new"]) {
    // A browser of its own for each, which has kept nothing of the page before.
    const isForVisitors = ["/sign-in", "/register"].includes(path)
    const page = await browser.newPage({ baseURL, storageState: isForVisitors ? undefined : storageState })
    weights[path] = await weigh(page, path.replace("[id]", id))
    await page.close()
  }
  const heavy = Object.entries(weights).filter(([, bytes]) => bytes > MOST)
  expect(heavy).toEqual([])
  expect(Math.min(...Object.values(weights))).toBeGreaterThan(10_000)
})
