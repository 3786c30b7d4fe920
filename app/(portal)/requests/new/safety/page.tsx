import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { CallFirst } from "@/components/requests/filing/call-first"
import { isInDanger, STEPS } from "@/lib/requests/drafts/draft-steps"
import { hazardOf } from "@/lib/requests/urgency"
import { draftAt } from "../draft-at"

export const metadata: Metadata = { title: "Get out and call – New request" }

export default async function SafetyPage({ searchParams }: PageProps<"/requests/new/safety">) {
  const { answers } = await draftAt("safety")
  const hazard = hazardOf(answers)
  if (isInDanger(answers) && hazard) return <CallFirst hazard={hazard} back={STEPS.question} onwards={STEPS.report} />
  // A customer whose own words led here has answered more than the category: the check knows what is still open.
  const isOfCategory = hazardOf({ category: answers.category }) !== undefined
  const onwards = isOfCategory && (await searchParams).return !== "check" ? STEPS.details : STEPS.check
  if (!hazard) redirect(onwards)
  return <CallFirst hazard={hazard} back={isOfCategory ? STEPS.category : STEPS.danger} onwards={onwards} />
}
