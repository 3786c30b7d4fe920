import { randomUUID } from "node:crypto"
import { EmergencyReport } from "@/lib/dispatch/emergency-reports/contract"
import { viewerIfKnown } from "@/lib/http/current-actor"
import { seeOther } from "@/lib/http/see-other"
import { may } from "@/lib/model/policy"
import { Id } from "@/lib/model/text"
import { BEGINNING } from "@/lib/requests/drafts/draft-steps"

/** Customers who are signed in report for themselves: the same pages, filled in. */
export async function withoutAccount(): Promise<void> {
  const viewer = await viewerIfKnown()
  if (viewer && may(viewer, "request.file")) seeOther(BEGINNING)
}

/**
 * The token of the form on a page. It stands in the address, so that going back finds the same form: a page without one is
 * led to itself with a new one.
 */
export async function formIn(searchParams: Promise<Record<string, unknown>>, address: string): Promise<string> {
  const { data } = Id.safeParse((await searchParams).form)
  return data ?? seeOther(`${address}&form=${randomUUID()}`)
}

/** The danger that a page is about. Without one the question is asked. */
export async function dangerIn(searchParams: Promise<Record<string, unknown>>) {
  await withoutAccount()
  const { data } = EmergencyReport.shape.safetyCheck.safeParse((await searchParams).danger)
  return data ?? seeOther("/emergency/report")
}
