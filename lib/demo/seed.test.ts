import { eq, isNotNull, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { db } from "@/db/client"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { explainAssignment } from "@/lib/dispatch/assignment/explain-assignment"
import { REPORTER } from "@/lib/dispatch/emergency-reports/reporter"
import { signIn } from "@/lib/identity/auth/sign-in"
import { STATUSES } from "@/lib/model/status"
import { checkClocks } from "@/lib/oversight/service-levels/check-clocks"
import { listClocks } from "@/lib/oversight/service-levels/list-clocks"
import { makeActor, someVisitor } from "@/lib/testing/people"
import { demoAccounts, seed } from "./seed"

test("the demo world has its people, requests in every status, and histories that end where they are", async () => {
  await seed()
  const statuses = await db.execute<{ status: string; requests: number }>(
    sql`select status, count(*)::int as requests from service_requests group by status`,
  )
  expect(statuses.map(({ status }) => status).sort()).toEqual([...STATUSES].sort())
  expect(statuses.reduce((sum, { requests }) => sum + requests, 0)).toBe(60)
  const without = await db.select().from(serviceRequests).where(eq(serviceRequests.customerId, REPORTER.id))
  expect(without).toMatchObject([{ category: "gas_leak", safetyCheck: "gas_smell", contactPhone: "07700 900417" }])
  const untrue = await db.execute(sql`
    select r.id from service_requests r join lateral (
      select data ->> 'to' as reached from request_events e where e.request_id = r.id order by e.id desc limit 1
    ) last on true where coalesce(last.reached, 'pending') <> r.status::text or r.updated_at > now()`)
  expect(untrue).toHaveLength(0)
  const [waiting] = await db.execute(
    sql`select count(*)::int as requests from service_requests where assignee_id is null`,
  )
  expect(waiting?.requests).toBeGreaterThan(0)
})

test("in the demo world the rules say why each request is with whom, and few promises are broken", async () => {
  const supervisor = await makeActor("supervisor")
  const given = await db.select().from(serviceRequests).where(isNotNull(serviceRequests.assigneeId))
  for (const { id } of given)
    expect(await explainAssignment(supervisor, { id })).toMatchObject({ by: "rules", decision: { same: true } })
  // Its customers were there before their requests.
  for (const { id } of given) {
    const { items } = await listClocks(supervisor, { id })
    expect(items.flatMap(({ segments }) => segments.map(({ why }) => why))).not.toContain("unconfirmed")
  }
  await checkClocks()
  const late = await db
    .selectDistinct({ id: requestEvents.requestId })
    .from(requestEvents)
    .where(eq(requestEvents.kind, "breached"))
  expect(late.length).toBeGreaterThan(0)
  expect(late.length).toBeLessThan(4)
})

test("every demo account can sign in", async () => {
  for (const account of demoAccounts) await signIn(someVisitor, account)
})
