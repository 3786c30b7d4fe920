import type { Metadata } from "next"
import { QuestionForm } from "@/components/requests/filing/question-form"
import { Page, PageTitle } from "@/components/ui/page"
import { requirePermission } from "@/lib/http/require-permission"
import { begin } from "./actions"

export const metadata: Metadata = { title: "Is anyone in danger right now? – New request" }

export default async function NewRequestPage() {
  await requirePermission("request.file")
  return (
    <Page width="text">
      <PageTitle back={{ href: "/requests", label: "Your requests" }}>Is anyone in danger right now?</PageTitle>
      <QuestionForm action={begin} />
    </Page>
  )
}
