import type { Metadata } from "next"
import { DangerForm } from "@/components/requests/filing/danger-form"
import { SafetyCard } from "@/components/requests/safety-card"
import { Page, PageTitle } from "@/components/ui/page"
import { seeOther } from "@/lib/http/see-other"
import { dangerIn } from "@/lib/requests/urgency"
import { saveDanger } from "../../actions"
import { draftAt } from "../draft-at"

export const metadata: Metadata = { title: "Is this happening now? – New request" }

export default async function DangerPage({ params }: PageProps<"/requests/new/[draft]/danger">) {
  const { id, version, answers, steps } = await draftAt("danger", params)
  const danger = dangerIn(answers)
  if (!danger) seeOther(steps.check)
  return (
    <Page>
      <PageTitle
        back={{ href: steps.details, label: "Back" }}
        lede={`You wrote: “${danger.words}”${danger.verdict === "possible" ? ". This can be a sign of danger, so we ask to be sure." : ""}`}
      >
        Is this happening now?
      </PageTitle>
      <SafetyCard kind={danger.hazard} />
      <DangerForm draft={{ id, version }} action={saveDanger} />
    </Page>
  )
}
