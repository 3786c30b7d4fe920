import { sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { sentDuring } from "@/lib/testing/plans"
import { countViews } from "./count-views"
import { countWaiting } from "./count-waiting"

let customer: Actor
let supervisor: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  supervisor = await makeActor("supervisor")
})

test("staff are told how many requests of theirs each view has, and supervisors of everybody's", async () => {
  const worker = await makeActor("staff")
  await fileRequest(customer, requestToFile({ category: "gas_leak" }))
  const waiting = await fileRequest(customer, requestToFile())
  const resolved = await fileRequest(customer, requestToFile())
  const begun = await moveRequest(worker, { ...waiting, to: "in_progress" })
  await moveRequest(worker, { ...begun, to: "on_hold" })
  const fixed = await moveRequest(worker, { ...resolved, to: "in_progress" })
  await moveRequest(worker, { ...fixed, to: "resolved" })
  const all = { open: "2", emergencies: "1", onHold: "1", resolved: "1", all: "3" }
  expect(await countViews(supervisor)).toMatchObject({ ...all, mine: "0", unassigned: "0" })
  expect(await countViews(worker)).toMatchObject({ ...all, mine: "2", unassigned: "0" })
  expect(await countViews(await makeActor("staff"))).toMatchObject({ open: "0", all: "0", mine: "0" })
})

test("what nobody has is counted as unassigned, and more than 999 are not counted one by one", async () => {
  const { id } = await fileRequest(customer, requestToFile())
  await db.execute(sql`
    insert into service_requests (id, reference, customer_id, category, priority, title, description, premises, contact_preference)
    select uuidv7(), 'GR-' || n, customer_id, category, priority, title, description, premises, contact_preference
    from service_requests, generate_series(1, 120) n where id = ${id}`)
  expect(await countViews(supervisor)).toMatchObject({ unassigned: "121", open: "121", all: "121", emergencies: "0" })
  await db.execute(sql`
    insert into service_requests (id, reference, customer_id, category, priority, title, description, premises, contact_preference)
    select uuidv7(), 'GR-B' || n, customer_id, category, priority, title, description, premises, contact_preference
    from service_requests, generate_series(1, 880) n where id = ${id}`)
  expect(await countViews(supervisor)).toMatchObject({ unassigned: "999+", open: "999+", all: "999+" })
  expect(await countWaiting(supervisor)).toMatchObject({ forStaff: 999, more: true })
})

test("all views are counted in one statement, and customers have none", async () => {
  const sent = await sentDuring(() => countViews(supervisor))
  expect(sent).toHaveLength(1)
  await expect(countViews(customer)).rejects.toMatchObject({ code: "forbidden" })
})
