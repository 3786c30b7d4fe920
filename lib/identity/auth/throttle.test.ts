import { sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { closeDatabase } from "@/db/pools"
import { emptyDatabase } from "@/lib/testing/people"
import { type RateLimit, returnTry, rewriteTry, takeTry } from "./throttle"

beforeEach(emptyDatabase)

const limit = (key: string): RateLimit => ({ key, tries: 1_000_000, seconds: 900 })
/** Stored in one order, named in that order, and sorted in the other: whoever takes rows as they come meets the rest. */
const limits = ["e", "d", "c", "b", "a"].map(limit)

test("limits that are counted, returned and written again at the same moment are taken in one order by all", async () => {
  for (const it of limits) await takeTry([it])
  const work = [takeTry, returnTry, rewriteTry]
  const outcomes = await Promise.allSettled(Array.from({ length: 600 }, (_, i) => work[i % 3]?.(limits)))
  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([])
  expect(await deadlocks()).toBe(0)
})

/** Counted by the server itself once a connection has ended. */
async function deadlocks(): Promise<number> {
  await closeDatabase()
  const [row] = await db.execute<{ deadlocks: string }>(
    sql`select deadlocks from pg_stat_database where datname = current_database()`,
  )
  return Number(row?.deadlocks)
}
