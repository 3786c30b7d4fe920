import { inArray } from "drizzle-orm"
import { z } from "zod"
import { db, type Executor } from "@/db/client"
import { settings } from "@/db/schema/records"

const Days = z
  .number("Enter a number of days")
  .int("Enter whole days")
  .min(1, "Enter at least 1 day")
  .max(365, "Enter 365 days or fewer")

/** How long customers have after a request is resolved. */
export const OutcomeDays = z.object({
  closeDays: Days.describe("Days without a word from the customer after which a resolved request is closed"),
  reopenDays: Days.describe(
    "Days after a request is resolved in which the customer can have it reopened. Later a new request follows it up",
  ),
})
export type OutcomeDays = z.infer<typeof OutcomeDays>

export const DEFAULT_DAYS: OutcomeDays = { closeDays: 7, reopenDays: 14 }

/** The days as they are set now. */
export async function readOutcomeDays(executor: Executor = db): Promise<OutcomeDays> {
  const names = OutcomeDays.keyof().options
  const rows = await executor.select().from(settings).where(inArray(settings.name, names))
  return OutcomeDays.parse({ ...DEFAULT_DAYS, ...Object.fromEntries(rows.map(({ name, value }) => [name, value])) })
}
