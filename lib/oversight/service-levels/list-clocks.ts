import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { calendarFor, readClocks, untilDue } from "./clock-state"
import { clockSegment, clockSummary } from "./clock-view"
import { readHistories } from "./load-histories"

/**
 * Every clock of a request with the segments of time it is made of.
 * @throws AppError `not_found` when the actor may not see the request, `forbidden` for its customer.
 */
export async function listClocks(actor: Actor, { id }: { id: string }) {
  const { requests, terms, now } = await readHistories([id])
  const [request] = requests
  authorize(actor, "request.explain", request)
  return {
    items: readClocks(request, terms, now).map((reading) => ({
      ...clockSummary(reading),
      segments: reading.segments.map(clockSegment),
      untilDue: untilDue(reading, calendarFor(reading, terms)).map(clockSegment),
    })),
  }
}
