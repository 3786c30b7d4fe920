import { isNull, sql } from "drizzle-orm"
import { z } from "zod"
import { prepared } from "@/db/prepared"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { VIEW_COUNT_LIMIT } from "./view-count"

export const Waiting = z.object({
  /** Those that wait for somebody who can take them. */
  forStaff: z.number(),
  /** Those that wait for their customer to confirm an email address. */
  unconfirmed: z.number(),
  /** There may be more than these. */
  more: z.boolean(),
})

const { assigneeId, joinedTo, unconfirmed } = serviceRequests

const counted = prepared((db) =>
  db
    .select({
      waiting: sql<number>`count(*)::int`,
      unconfirmed: sql<number>`(count(*) filter (where unconfirmed))::int`,
    })
    .from(
      db
        .select({ unconfirmed })
        .from(serviceRequests)
        .where(sql`${isNull(assigneeId)} and ${isNull(joinedTo)} and ${OPEN_ROWS}`)
        .limit(VIEW_COUNT_LIMIT + 1)
        .as("waiting"),
    ),
)

/**
 * How many open requests nobody has, up to a bound, and how many of them wait for their customer's confirmation.
 * @throws AppError `forbidden` when the actor does not see everybody's requests
 */
export async function countWaiting(actor: Actor) {
  permit(actor, "request.assign")
  const [{ waiting, unconfirmed } = { waiting: 0, unconfirmed: 0 }] = await counted.execute({})
  const more = waiting > VIEW_COUNT_LIMIT
  return { forStaff: waiting - unconfirmed - (more ? 1 : 0), unconfirmed, more }
}
