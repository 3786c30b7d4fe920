import { and, eq, inArray, max, sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { readOutcomeDays } from "@/lib/requests/outcome-days"

const DAY_MS = 86_400_000

/**
 * Until when its customer can say of a request that it is not fixed; null when it was not resolved, or that is over. Until
 * then it goes on itself, whether they say so by a message or otherwise. After that nothing is said of it any more: a message
 * is refused, and to say that it is not fixed begins a request that follows it up.
 */
export async function readReopening(executor: Executor, id: string): Promise<Date | null> {
  const [[found], { reopenDays }] = await Promise.all([
    executor
      .select({ resolvedAt: max(requestEvents.createdAt) })
      .from(requestEvents)
      .innerJoin(serviceRequests, eq(serviceRequests.id, requestEvents.requestId))
      .where(
        and(
          eq(requestEvents.requestId, id),
          eq(requestEvents.kind, "moved"),
          sql`${requestEvents.data} ->> 'to' = 'resolved'`,
          inArray(serviceRequests.status, ["resolved", "closed"]),
        ),
      ),
    readOutcomeDays(executor),
  ])
  const until = (found?.resolvedAt?.getTime() ?? 0) + reopenDays * DAY_MS
  return until > Date.now() ? new Date(until) : null
}
