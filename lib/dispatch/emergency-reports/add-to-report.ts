import { addDetails } from "@/lib/dispatch/conversation/add-details"
import type { Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { reportToken, requestOf } from "./report-token"
import { reporterFor } from "./reporter"

/**
 * Adds words of whoever has its link to a report, and returns where to follow it.
 * @throws AppError `not_found` for a link that we have not made or a report that was deleted, `conflict` when it has ended,
 * `too_many_requests` when too much was added within an hour.
 */
export async function addToReport(visitor: Visitor, { token, details }: { token: string; details: string }) {
  const id = requestOf(token)
  if (!id) throw new AppError("not_found", "This link is not valid, or the report no longer exists.")
  await addDetails(await reporterFor(visitor), { id, details })
  return { statusPath: `/emergency/report/${reportToken(id)}` }
}
