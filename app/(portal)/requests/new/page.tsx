import type { Metadata } from "next"
import { QuestionForm } from "@/components/requests/filing/question-form"
import { Page, PageTitle } from "@/components/ui/page"
import { STEPS } from "@/lib/requests/drafts/draft-steps"
import { saveSafetyCheck } from "./actions"
import { draftAt } from "./draft-at"

export const metadata: Metadata = { title: "Is anyone in danger right now? – New request" }

export default async function QuestionPage({ searchParams }: PageProps<"/requests/new">) {
  const { safetyCheck } = (await draftAt("question")).answers
  const returning = (await searchParams).return === "check"
  const back =
    returning && safetyCheck ? { href: STEPS.check, label: "Back" } : { href: "/requests", label: "Your requests" }
  return (
    <Page width="text">
      <PageTitle back={back}>Is anyone in danger right now?</PageTitle>
      <QuestionForm action={saveSafetyCheck} answer={safetyCheck} returning={returning} />
    </Page>
  )
}
