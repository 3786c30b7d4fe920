import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { confirmFixed } from "@/lib/dispatch/outcome/confirm-fixed"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { downloadReport } from "./download-report"
import { getOverview } from "./get-overview"
import { refreshReports } from "./refresh-reports"

let [customer, worker, supervisor] = [] as unknown as [Actor, Actor, Actor]

beforeEach(async () => {
  await emptyDatabase()
  ;[customer, worker, supervisor] = [
    await makeActor("customer"),
    await makeActor("staff", { name: "Priya" }),
    await makeActor("supervisor"),
  ]
})

async function rated(rating: number | undefined, category: "meter_fault" | "billing") {
  const { id, version } = await fileRequest(customer, requestToFile({ category }))
  const begun = await moveRequest(worker, { id, to: "in_progress", version })
  await moveRequest(worker, { id, to: "resolved", version: begun.version })
  await confirmFixed(customer, { id, rating })
  return id
}

test("the overview has the ratings of these days by category and person", async () => {
  await rated(5, "meter_fault")
  await rated(4, "meter_fault")
  await rated(1, "billing")
  await rated(undefined, "billing")
  const old = await rated(1, "billing")
  await db.update(serviceRequests).set({ ratedAt: sql`now() - interval '60 days'` }).where(eq(serviceRequests.id, old))
  await refreshReports()
  const { total, categories, people } = await getOverview(supervisor, {})
  expect(total).toMatchObject({ rated: 3, rating: 3.3, resolved: 5 })
  expect(categories.map(({ category, rated, rating }) => [category, rated, rating])).toEqual(
    expect.arrayContaining([
      ["meter_fault", 2, 4.5],
      ["billing", 1, 1],
    ]),
  )
  expect(people).toMatchObject([{ person: { name: "Priya" }, rated: 3, rating: 3.3 }])
  expect((await getOverview(supervisor, { category: "billing" })).total).toMatchObject({ rated: 1, rating: 1 })
  expect((await getOverview(supervisor, { assignee: "nobody" })).total).toMatchObject({ rated: 0, rating: null })
  const { content } = await downloadReport(supervisor, { table: "people" })
  expect(await new Response(content).text()).toMatch(/"Rated","Average rating"[\s\S]*"3","3.3"/)
})
