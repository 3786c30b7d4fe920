import { sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { clockChecks } from "@/db/schema/dispatch"
import { settings } from "@/db/schema/records"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { addDetails } from "@/lib/dispatch/conversation/add-details"
import { decideDangerCheck } from "@/lib/dispatch/danger-checks/decide-danger-check"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import { listTimeline } from "@/lib/requests/list-timeline"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { checkClocks } from "./check-clocks"
import { DEFAULT_LEVELS } from "./default-levels"
import { getExpectation } from "./get-expectation"

const HOUR = 60
let customer: Actor
let supervisor: Actor
let id: string

beforeEach(async () => {
  await emptyDatabase()
  await db.delete(settings)
  const limit = (minutes: number) => ({ minutes, hours: "always" }) as const
  const normal = { acknowledge: limit(HOUR), first_response: limit(2 * HOUR), resolution: limit(10 * HOUR) }
  const value = { ...DEFAULT_LEVELS, categories: {}, priorities: { ...DEFAULT_LEVELS.priorities, normal } }
  await db.insert(settings).values({ name: "serviceLevels", value })
  customer = await makeActor("customer")
  const worker = await makeActor("staff")
  supervisor = await makeActor("supervisor")
  const { version, ...filed } = await fileRequest(customer, requestToFile())
  id = filed.id
  await moveRequest(worker, { id, to: "in_progress", note: "We are on it.", version })
  await db.execute(sql`update accounts set email_verified_at = email_verified_at - interval '10 days'`)
})

/** Everything about the request happened so much earlier, and its clocks are looked at. */
async function pass(minutes: number): Promise<void> {
  const earlier = sql`${minutes} * interval '1 minute'`
  await db.update(serviceRequests).set({ createdAt: sql`created_at - ${earlier}` })
  await db.update(requestEvents).set({
    createdAt: sql`created_at - ${earlier}`,
    data: sql`case when kind = 'renewed' then data || jsonb_build_object('by', (data ->> 'by')::timestamptz - ${earlier}) else data end`,
  })
  await db.update(clockChecks).set({ checkAt: sql`check_at - ${earlier}` })
  await checkClocks()
}

const renewals = async () => (await listTimeline(customer, { id })).items.filter(({ kind }) => kind === "renewed")
const solution = async () => (await getExpectation(customer, { id })).solution
const minutesAhead = async () => Math.round((((await solution()).by?.getTime() ?? 0) - Date.now()) / 60_000)

test("customers are given another time before a promise breaks, once, and are told so", async () => {
  await pass(9 * HOUR)
  expect(await renewals()).toEqual([])
  await pass(HOUR / 2)
  await checkClocks()
  expect(await renewals()).toMatchObject([{ actor: null, data: { target: "resolution", times: 1 } }])
  expect(await solution()).toMatchObject({ state: "expected", renewals: 1 })
  expect(await minutesAhead()).toBe(5 * HOUR + HOUR / 2)
})

test("three times at most, each looked at in time by itself; then the promise is late", async () => {
  await pass(9.5 * HOUR)
  for (let time = 2; time <= 3; time++) await pass(5 * HOUR)
  expect((await renewals()).map(({ data }) => "times" in data && data.times)).toEqual([1, 2, 3])
  await pass(5 * HOUR)
  expect(await renewals()).toHaveLength(3)
  expect(await solution()).toMatchObject({ state: "expected", renewals: 3 })
  await pass(HOUR)
  expect(await solution()).toMatchObject({ state: "late", renewals: 3 })
})

test("one that broke while nothing ran is not renewed", async () => {
  await pass(11 * HOUR)
  expect(await renewals()).toEqual([])
  expect(await solution()).toMatchObject({ state: "late", renewals: 0 })
})

test("what becomes an emergency later is promised what an emergency is, not the time that was given before", async () => {
  await pass(9.5 * HOUR)
  expect(await solution()).toMatchObject({ renewals: 1 })
  await addDetails(customer, { id, details: "It smells of gas in the whole house now." })
  await decideDangerCheck(supervisor, { id, danger: true })
  expect(await solution()).toMatchObject({ state: "expected", renewals: 0 })
  const { minutes = 0 } = DEFAULT_LEVELS.priorities.emergency.resolution
  expect(await minutesAhead()).toBeLessThanOrEqual(minutes)
})
