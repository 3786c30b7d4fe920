import type { Visitor } from "@/lib/model/actor"
import { categoryFacts } from "@/lib/model/category"
import { AppError } from "@/lib/model/errors"
import { findRequest } from "@/lib/requests/get-request"
import type { ReportStatus } from "./contract"
import { readHistory } from "./read-history"
import { requestOf } from "./report-token"

/**
 * What whoever has the link may know of a report: how it stands, what they have added to it and what we told them when it
 * ended. Nobody's name.
 * @throws AppError `not_found` for a link that we have not made, or a report that was deleted.
 */
export async function getReportStatus(_: Visitor, { token }: { token: string }): Promise<ReportStatus> {
  const id = requestOf(token)
  const request = id && (await findRequest(id))
  if (!request) throw new AppError("not_found", "This link is not valid, or the report no longer exists.")
  const { reference, status, category, acknowledgement, alerted } = request
  const hazard = categoryFacts(category).hazard ?? "gas"
  return {
    reference,
    hazard,
    status,
    confirmedAt: acknowledgement?.at ?? null,
    alerted,
    ...(await readHistory(id, status)),
  }
}
