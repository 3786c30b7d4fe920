import type { Metadata } from "next"
import { QuestionForm } from "@/components/requests/filing/question-form"
import { Page, PageTitle } from "@/components/ui/page"
import { saveSafetyCheck } from "../actions"
import { draftAt } from "./draft-at"

export const metadata: Metadata = { title: "Is anyone in danger right now? – New request" }

export default async function QuestionPage({ params, searchParams }: PageProps<"/requests/new/[draft]">) {
  const { id, version, answers, steps } = await draftAt("question", params)
  const { safetyCheck } = answers
  const returning = (await searchParams).return === "check"
  const back =
    returning && safetyCheck ? { href: steps.check, label: "Back" } : { href: "/requests", label: "Your requests" }
  return (
    <Page width="text">
      <PageTitle back={back}>Is anyone in danger right now?</PageTitle>
      <QuestionForm action={saveSafetyCheck} draft={{ id, version }} answer={safetyCheck} returning={returning} />
    </Page>
  )
}
