import { unassignByHand } from "@/lib/dispatch/unassign-request"
import type { Actor } from "@/lib/model/actor"
import type { Return } from "./contract"

/**
 * Sends a request back to the unassigned queue with a reason for staff, and returns it. The rules never assign it again to
 * whoever had it.
 * @throws AppError `not_found` or `forbidden` by policy, `conflict` as `unassignRequest`.
 */
export const returnRequest = (actor: Actor, { id, version, reason }: Return) =>
  unassignByHand(actor, { id, version, reason }, "request.return")
