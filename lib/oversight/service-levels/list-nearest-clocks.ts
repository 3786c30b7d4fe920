import type { Actor } from "@/lib/model/actor"
import { may, permit } from "@/lib/model/policy"
import { nearestDue, readClocks } from "./clock-state"
import { clockSummary } from "./clock-view"
import { readHistories } from "./load-histories"

/**
 * The clock that is due first for each of these requests, in one statement. Requests that the actor may not see are
 * left out.
 * @throws AppError `forbidden` for customers.
 */
export async function listNearestClocks(actor: Actor, { ids }: { ids: string[] }) {
  permit(actor, "request.explain")
  const { requests, terms, now } = await readHistories(ids)
  const items = requests
    .filter((request) => may(actor, "request.explain", request))
    .flatMap((request) => {
      const next = nearestDue(readClocks(request, terms, now))
      return next ? [{ requestId: request.id, ...clockSummary(next) }] : []
    })
  return { items }
}
