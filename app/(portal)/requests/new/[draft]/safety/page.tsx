import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { CallFirst } from "@/components/requests/filing/call-first"
import { isInDanger, landing } from "@/lib/requests/drafts/draft-steps"
import { hazardOf } from "@/lib/requests/urgency"
import { draftAt } from "../draft-at"

export const metadata: Metadata = { title: "Get out and call – New request" }

export default async function SafetyPage({ params, searchParams }: PageProps<"/requests/new/[draft]/safety">) {
  const draft = await draftAt("safety", params)
  const { answers, steps } = draft
  const hazard = hazardOf(answers)
  if (isInDanger(answers) && hazard)
    return <CallFirst hazard={hazard} check={answers.safetyCheck} back={steps.question} onwards={steps.report} />
  // A customer whose own words led here has answered more than the category: the check knows what is still open.
  const isOfCategory = hazardOf({ category: answers.category }) !== undefined
  const onwards =
    isOfCategory && (await searchParams).return !== "check" ? landing(draft, "details") : landing(draft, "check")
  if (!hazard) redirect(onwards)
  return (
    <CallFirst
      hazard={hazard}
      check={answers.safetyCheck}
      back={isOfCategory ? steps.category : steps.danger}
      onwards={onwards}
    />
  )
}
