import type { CDPSession, Page } from "@playwright/test"
import { SUPERVISOR } from "../people"
import { fileEmergency, TOUR } from "../tour"
import { expect, test } from "../visit"

const MOST = 160_000
const MOST_AT_DESK = 180_000
const FOR_VISITORS = ["/sign-in", "/register"]
const FIRST_LOADS = ["/", "/emergency", "/forgot", "/profile", "/profile/edit", "/profile/password"]

/**
 * The bytes of script that come over the wire until nothing more comes by itself. A page that listens never comes to its
 * end, so that these do not: the worker that listens is asked for when the page is there, and runs beside it.
 */
async function weigh({ page, session }: Visitor, path: string): Promise<number> {
  // Said each time: whatever else the browser is told may end it.
  await session.send("Network.setCacheDisabled", { cacheDisabled: true })
  const sizes: Promise<number>[] = []
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script") sizes.push(request.sizes().then((it) => it.responseBodySize))
  })
  await page.goto(path, { waitUntil: "networkidle" })
  page.removeAllListeners("requestfinished")
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

interface Visitor {
  page: Page
  session: CDPSession
}

/** Each page is the first that this browser sees. */
async function visitorBy(page: Page): Promise<Visitor> {
  const session = await page.context().newCDPSession(page)
  await session.send("Network.enable")
  return { page, session }
}

test("no page of the portal needs more than 160 kB of script, compressed, on a first visit", async ({
  as,
  newCustomer,
  page,
  pageOf,
}) => {
  const person = await newCustomer()
  const id = await fileEmergency(await as(person))
  const weights: Record<string, number> = {}
  const [visitor, customer] = [await visitorBy(page), await visitorBy(await pageOf(person, "hears nothing"))]
  for (const path of FOR_VISITORS) weights[path] = await weigh(visitor, path)
  for (const path of [...FIRST_LOADS, ...TOUR.customer, "/requests/new"])
    weights[path] = await weigh(customer, path.replace("[id]", id))
  for (const { session } of [visitor, customer]) await session.detach()
  console.log(weights)
  const heavy = Object.entries(weights).filter(([, bytes]) => bytes > MOST)
  expect(heavy).toEqual([])
  expect(Math.min(...Object.values(weights))).toBeGreaterThan(10_000)
})

const OF_STAFF = ["/desk", "/desk?filters=open", "/desk?open=[id]", "/desk/requests/[id]"]
const OF_SUPERVISORS = [...OF_STAFF, "/desk/requests/new", "/desk/customers", "/desk/team", "/desk/overview"]

test("no page of the desk needs more than 180 kB of script, compressed, on a first visit", async ({
  assignedRequest,
  pageOf,
}) => {
  const { worker, request } = await assignedRequest()
  const weights: Record<string, number> = {}
  for (const [who, paths] of [[worker, OF_STAFF] as const, [SUPERVISOR, OF_SUPERVISORS] as const]) {
    const visitor = await visitorBy(await pageOf(who, "hears nothing"))
    for (const path of paths) weights[`${who.name}: ${path}`] = await weigh(visitor, path.replace("[id]", request.id))
    await visitor.session.detach()
  }
  console.log(weights)
  expect(Object.entries(weights).filter(([, bytes]) => bytes > MOST_AT_DESK)).toEqual([])
  expect(Math.min(...Object.values(weights))).toBeGreaterThan(10_000)
})
