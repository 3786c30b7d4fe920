import { EmergencyReport } from "@/lib/dispatch/emergency-reports/contract"
import { viewerIfKnown } from "@/lib/http/current-actor"
import { seeOther } from "@/lib/http/see-other"
import { may } from "@/lib/model/policy"
import { BEGINNING } from "@/lib/requests/drafts/draft-steps"

/** Customers who are signed in report for themselves: the same pages, filled in. */
export async function withoutAccount(): Promise<void> {
  const viewer = await viewerIfKnown()
  if (viewer && may(viewer, "request.file")) seeOther(BEGINNING)
}

/** The danger that a page is about. Without one the question is asked. */
export async function dangerIn(searchParams: Promise<Record<string, unknown>>) {
  await withoutAccount()
  const { data } = EmergencyReport.shape.safetyCheck.safeParse((await searchParams).danger)
  return data ?? seeOther("/emergency/report")
}
