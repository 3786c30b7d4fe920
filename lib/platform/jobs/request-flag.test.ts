import { sql } from "drizzle-orm"
import { afterEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { fileRequest } from "@/lib/dispatch/file-request"
import { forRequest } from "@/lib/runtime/request-id"
import { fileEmergency } from "@/lib/testing/emergencies"
import { forgetJobs } from "@/lib/testing/jobs"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { enqueue } from "./enqueue"
import { requestIdOfJob } from "./request-flag"

afterEach(forgetJobs)

const flags = async () => {
  const rows = await db.execute<{ flags: Record<string, true> | null }>(
    sql`select flags from graphile_worker.jobs order by id`,
  )
  return rows.map((row) => requestIdOfJob(row))
}

test("a job knows the request that it follows from, whether it was enqueued or written by a statement", async () => {
  const id = crypto.randomUUID()
  await emptyDatabase()
  await makeActor("staff")
  const customer = await makeActor("customer")
  await forRequest(id, async () => {
    await enqueue(db, "follow_rosters", {})
    await fileRequest(customer, requestToFile({ category: "gas_leak" }))
  })
  expect(await flags()).toEqual([id, id])
})

test("of emergencies that are filed together each job knows its own request", async () => {
  await emptyDatabase()
  await makeActor("staff")
  const filed = Array.from({ length: 8 }, async () => {
    const id = crypto.randomUUID()
    const request = await forRequest(id, () => fileEmergency())
    return [request.id, id] as const
  })
  const wanted = new Map(await Promise.all(filed))
  const rows = await db.execute<{ about: string; flags: Record<string, true> | null }>(sql`
    select payload->>'requestId' as about, flags from graphile_worker._private_jobs`)
  expect(new Map(rows.map((row) => [row.about, requestIdOfJob(row)]))).toEqual(wanted)
})

test("what follows from no request, or bears what is no id, is done for none", async () => {
  await enqueue(db, "follow_rosters", {})
  expect(await flags()).toEqual([undefined])
  expect(requestIdOfJob({ flags: { "request:'; drop table": true } })).toBeUndefined()
})
