import { asc, eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { clockChecks, holidays } from "@/db/schema/dispatch"
import { mails, settings } from "@/db/schema/records"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { addDetails } from "@/lib/dispatch/conversation/add-details"
import { decideDangerCheck } from "@/lib/dispatch/danger-checks/decide-danger-check"
import { fileRequest } from "@/lib/dispatch/file-request"
import { verifyEmail } from "@/lib/dispatch/joining"
import { moveRequest } from "@/lib/dispatch/move-request"
import { getProfile } from "@/lib/identity/profile/get-profile"
import type { Actor } from "@/lib/model/actor"
import { changeSettings } from "@/lib/oversight/settings/change-settings"
import { listTimeline } from "@/lib/requests/list-timeline"
import { forgetJobs, runJobs, waitingJobs } from "@/lib/testing/jobs"
import { tokenOf } from "@/lib/testing/links"
import { emailOf, emptyDatabase, makeActor, requestToFile, someVisitor } from "@/lib/testing/people"
import { checkClocks } from "./check-clocks"
import { checkClocksAgain } from "./check-clocks-job"
import { DEFAULT_LEVELS } from "./default-levels"
import { listClocks } from "./list-clocks"
import { listNearestClocks } from "./list-nearest-clocks"
import type { ServiceLevels } from "./service-levels"

let customer: Actor
let worker: Actor
let supervisor: Actor

/** Round the clock, so that no test depends on the hour at which it runs. */
const levels: ServiceLevels = {
  ...DEFAULT_LEVELS,
  priorities: {
    ...DEFAULT_LEVELS.priorities,
    normal: {
      acknowledge: { minutes: 60, hours: "always" },
      first_response: { minutes: 120, hours: "always" },
      resolution: { minutes: 600, hours: "always" },
    },
  },
}

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  await db.delete(settings)
  await db.insert(settings).values({ name: "serviceLevels", value: levels })
  ;[customer, worker, supervisor] = [
    await makeActor("customer"),
    await makeActor("staff"),
    await makeActor("supervisor"),
  ]
})

const checkOf = async (id: string) => one(await db.select().from(clockChecks).where(eq(clockChecks.requestId, id)))

const saidOf = (id: string) =>
  db
    .select({ kind: requestEvents.kind, data: requestEvents.data, shown: requestEvents.visibleToCustomer })
    .from(requestEvents)
    .where(sql`${requestEvents.requestId} = ${id} and ${requestEvents.kind} in ('warned', 'breached')`)
    .orderBy(asc(requestEvents.id))

/** As if everything about a request had happened so much earlier. */
async function age(id: string, minutes: number): Promise<void> {
  const earlier = sql`created_at - ${minutes} * interval '1 minute'`
  const ofRequest = sql`${accounts.id} = (select customer_id from ${serviceRequests} where id = ${id})`
  const confirmed = sql`email_verified_at - ${minutes} * interval '1 minute'`
  await db.update(accounts).set({ emailVerifiedAt: confirmed }).where(ofRequest)
  await db.update(serviceRequests).set({ createdAt: earlier }).where(eq(serviceRequests.id, id))
  await db.update(requestEvents).set({ createdAt: earlier }).where(eq(requestEvents.requestId, id))
  await db.update(clockChecks).set({ checkAt: sql`now() - interval '1 second'` }).where(eq(clockChecks.requestId, id))
}

describe("when a request is due is kept for lists", () => {
  const dueOf = async (id: string) => {
    const [kept] = await db.execute<{ due: number | null }>(
      sql`select (extract(epoch from due_at) * 1000)::float8 as due from clock_checks where request_id = ${id}`,
    )
    return kept?.due ?? null
  }
  const nearest = async (id: string) => {
    const [next] = (await listNearestClocks(supervisor, { ids: [id] })).items
    return next ? (next.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) : null
  }

  test("first until the first look, then by its next unmet target, last while it waits, and not once it is over", async () => {
    const filed = await fileRequest(customer, requestToFile())
    expect(await dueOf(filed.id)).toBe(Number.NEGATIVE_INFINITY)
    const look = async () => {
      await checkClocks()
      expect(await dueOf(filed.id)).toBe(await nearest(filed.id))
      return dueOf(filed.id)
    }
    expect(await look()).toBe(filed.createdAt.getTime() + 60 * 60_000)
    const started = await moveRequest(worker, { ...filed, to: "in_progress", note: "We are coming." })
    expect(await look()).toBe(filed.createdAt.getTime() + 600 * 60_000)
    const held = await moveRequest(worker, { ...started, to: "on_hold" })
    expect(await look()).toBe(Number.POSITIVE_INFINITY)
    const resumed = await moveRequest(worker, { ...held, to: "in_progress" })
    expect(await look()).toBeGreaterThan(filed.createdAt.getTime())
    const resolved = await moveRequest(worker, { ...resumed, to: "resolved" })
    expect(await look()).toBeNull()
    await moveRequest(worker, { ...resolved, to: "in_progress", note: "It is back." })
    expect(await dueOf(filed.id)).toBe(Number.NEGATIVE_INFINITY)
    expect(await look()).toBeGreaterThan(filed.createdAt.getTime())
  })

  test("also of what is late altogether, and anew when other service levels are promised", async () => {
    const { id } = await fileRequest(customer, requestToFile())
    await age(id, 700)
    await checkClocks()
    expect((await checkOf(id)).checkAt).toBeNull()
    const before = await dueOf(id)
    await db.update(settings).set({ value: DEFAULT_LEVELS }).where(eq(settings.name, "serviceLevels"))
    await checkClocks()
    expect(await dueOf(id)).not.toBe(before)
  })

  test("of what a process of the release before has looked at, by another look", async () => {
    const { id } = await fileRequest(customer, requestToFile())
    await db.execute(sql`update clock_checks set check_at = now() + interval '1 day' where request_id = ${id}`)
    await checkClocks()
    expect(await dueOf(id)).toBe(await nearest(id))
  })
})

describe("a request is looked at again", () => {
  test("when it is filed or moved, and next when there may be something to say", async () => {
    const filed = await fileRequest(customer, requestToFile())
    expect((await checkOf(filed.id)).checkAt?.getTime()).toBe(filed.createdAt.getTime())
    await checkClocks()
    const minutesLeft = async () =>
      Math.round((((await checkOf(filed.id)).checkAt?.getTime() ?? 0) - filed.createdAt.getTime()) / 60_000)
    expect(await minutesLeft()).toBe(45)
    await moveRequest(worker, { ...filed, to: "in_progress", note: "We are coming." })
    expect(await minutesLeft()).toBe(0)
    await checkClocks()
    expect(await minutesLeft()).toBe(450)
  })

  test("not while it waits for the customer, nor once it is settled", async () => {
    const filed = await fileRequest(customer, requestToFile())
    const started = await moveRequest(worker, { ...filed, to: "in_progress", note: "We are coming." })
    const held = await moveRequest(worker, { ...started, to: "on_hold" })
    await checkClocks()
    expect((await checkOf(filed.id)).checkAt).toBeNull()
    const resumed = await moveRequest(worker, { ...held, to: "in_progress" })
    await checkClocks()
    expect((await checkOf(filed.id)).checkAt).not.toBeNull()
    await moveRequest(worker, { ...resumed, to: "resolved" })
    await checkClocks()
    expect((await checkOf(filed.id)).checkAt).toBeNull()
  })

  test("not while only its customer could get it going, by confirming their address; then as if it were filed anew", async () => {
    const newcomer = await makeActor("customer", { verified: false })
    const { id } = await fileRequest(newcomer, requestToFile())
    await age(id, 700)
    await checkClocks()
    expect(await checkOf(id)).toMatchObject({ checkAt: null, warned: [], breached: [] })
    await verifyEmail(someVisitor, { token: await tokenOf(newcomer.id, "verify_email") })
    const { emailVerifiedAt } = await getProfile(newcomer)
    expect((await checkOf(id)).checkAt).not.toBeNull()
    await checkClocks()
    expect((await checkOf(id)).checkAt?.getTime()).toBe((emailVerifiedAt?.getTime() ?? 0) + 45 * 60_000)
    expect(await saidOf(id)).toEqual([])
    const [acknowledge] = (await listClocks(supervisor, { id })).items
    expect(acknowledge).toMatchObject({
      state: "running",
      segments: [{ why: "unconfirmed" }, { why: "round_the_clock" }],
    })
  })

  test("from the moment it is given to somebody by hand, or an emergency, whether the address is confirmed or not", async () => {
    const newcomer = await makeActor("customer", { verified: false })
    const [given, urgent] = [
      await fileRequest(newcomer, requestToFile()),
      await fileRequest(newcomer, requestToFile({ category: "gas_leak" })),
    ]
    await checkClocks()
    expect((await checkOf(given.id)).checkAt).toBeNull()
    expect((await checkOf(urgent.id)).checkAt).not.toBeNull()
    await assignRequest(supervisor, { ...given, assigneeId: worker.id })
    await checkClocks()
    expect((await checkOf(given.id)).checkAt).not.toBeNull()
  })

  test("when another promise is made, or another day becomes a holiday", async () => {
    const { id } = await fileRequest(customer, requestToFile())
    const isDue = async () => ((await checkOf(id)).checkAt?.getTime() ?? 0) < Date.now() + 1000
    await checkClocks()
    expect(await isDue()).toBe(false)
    const administrator = await makeActor("administrator")
    await changeSettings(administrator, { serviceLevels: DEFAULT_LEVELS, version: 2 })
    expect(await isDue()).toBe(true)
    await checkClocks()
    expect(await isDue()).toBe(false)
    await db.insert(holidays).values({ day: "2026-12-25", name: "Christmas Day" })
    expect(await isDue()).toBe(true)
    await db.delete(holidays)
  })
})

describe("a service level", () => {
  test("is warned of once, when three quarters of its time are used up", async () => {
    const { id } = await fileRequest(customer, requestToFile())
    await age(id, 50)
    for (let times = 0; times < 3; times++) {
      await age(id, 0)
      await checkClocks()
    }
    expect(await saidOf(id)).toEqual([
      { kind: "warned", data: { target: "acknowledge", dueAt: expect.any(String) }, shown: false },
    ])
    expect(await checkOf(id)).toMatchObject({ warned: ["acknowledge"], breached: [] })
    expect(await waitingJobs()).toEqual([])
  })

  test("is missed once, although many look at once, and one letter goes to each supervisor on duty", async () => {
    const { id } = await fileRequest(customer, requestToFile())
    await forgetJobs()
    await age(id, 70)
    await Promise.all(Array.from({ length: 6 }, checkClocks))
    await age(id, 0)
    await Promise.all(Array.from({ length: 6 }, checkClocks))
    expect(await saidOf(id)).toEqual([
      { kind: "breached", data: { target: "acknowledge", dueAt: expect.any(String), told: 1 }, shown: false },
    ])
    expect(await checkOf(id)).toMatchObject({ breached: ["acknowledge"] })
    expect(await waitingJobs()).toHaveLength(1)
  })

  test("of many requests at once is missed once each, however many workers race for them", async () => {
    const filed = await Promise.all(Array.from({ length: 150 }, () => fileRequest(customer, requestToFile())))
    await forgetJobs()
    for (const { id } of filed) await age(id, 700)
    await Promise.all(Array.from({ length: 4 }, checkClocks))
    const missed = await db.select().from(requestEvents).where(eq(requestEvents.kind, "breached"))
    expect(missed).toHaveLength(150 * 3)
    expect(new Set(missed.map(({ requestId }) => requestId)).size).toBe(150)
    // A letter for each batch, not for each request.
    expect((await waitingJobs()).length).toBeLessThanOrEqual(4)
  })

  test("that was missed is written of to a supervisor, by reference and not by what somebody typed", async () => {
    const { id, reference, title } = await fileRequest(customer, requestToFile())
    await age(id, 70)
    await checkClocks()
    await runJobs()
    const [letter] = await db
      .select()
      .from(mails)
      .where(eq(mails.to, emailOf(supervisor)))
    expect(letter).toMatchObject({ subject: "1 overdue request", text: expect.stringContaining(reference) })
    expect(letter?.text).toContain(`/desk/requests/${id}`)
    expect(letter?.text).not.toContain(title)
  })

  test("that no longer matters when its letter is written is written of to nobody", async () => {
    const filed = await fileRequest(customer, requestToFile())
    await age(filed.id, 70)
    await checkClocks()
    await moveRequest(worker, { ...filed, to: "cancelled", note: "Settled by phone." })
    await runJobs()
    expect(
      await db
        .select()
        .from(mails)
        .where(eq(mails.to, emailOf(supervisor))),
    ).toEqual([])
  })

  test("goes on being watched after its job has run, by the one job that waits", async () => {
    await checkClocksAgain()
    await checkClocksAgain()
    expect(await waitingJobs()).toHaveLength(1)
  })

  test("that was met too late before anybody looked is written down, and nobody is sent for", async () => {
    const filed = await fileRequest(customer, requestToFile())
    await forgetJobs()
    await age(filed.id, 70)
    await moveRequest(worker, { ...filed, to: "in_progress", note: "Sorry." })
    await checkClocks()
    expect(await saidOf(filed.id)).toEqual([
      { kind: "breached", data: { target: "acknowledge", dueAt: expect.any(String), told: 0 }, shown: false },
    ])
    expect(await waitingJobs()).toEqual([])
  })

  test("is nothing that customers read about", async () => {
    const { id } = await fileRequest(customer, requestToFile())
    await age(id, 700)
    await checkClocks()
    const kinds = async (actor: Actor) => (await listTimeline(actor, { id })).items.map(({ kind }) => kind)
    expect(await kinds(customer)).not.toContain("breached")
    expect(await kinds(supervisor)).toContain("breached")
  })
})

test("what becomes an emergency later is late only by the time since then", async () => {
  const { id } = await fileRequest(customer, requestToFile())
  await age(id, 2 * 1440)
  await checkClocks()
  expect((await checkOf(id)).breached).toContain("acknowledge")
  await addDetails(customer, { id, details: "It smells of gas in the whole house now." })
  await decideDangerCheck(supervisor, { id, danger: true })
  expect((await checkOf(id)).breached).toEqual([])
  const { items } = await listClocks(supervisor, { id })
  for (const clock of items) {
    expect(clock.state).toBe("running")
    expect(Date.now() - clock.startedAt.getTime()).toBeLessThan(60_000)
  }
  expect(items).toHaveLength(3)
})
