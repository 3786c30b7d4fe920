import type { Metadata } from "next"
import { Answers } from "@/components/requests/filing/answers"
import { DraftFields } from "@/components/requests/filing/draft-fields"
import { SafetyCard } from "@/components/requests/safety-card"
import { Form } from "@/components/ui/form"
import { Page, PageTitle } from "@/components/ui/page"
import { hazardOf } from "@/lib/requests/urgency"
import { file } from "../../actions"
import { draftAt } from "../draft-at"

export const metadata: Metadata = { title: "Check your answers – New request" }

export default async function CheckPage({ params }: PageProps<"/requests/new/[draft]/check">) {
  const draft = await draftAt("check", params)
  const hazard = hazardOf(draft.answers)
  return (
    <Page width={hazard ? "page" : "text"}>
      <PageTitle
        back={{ href: draft.steps.attachments, label: "Back" }}
        lede="Check these before you send your request."
      >
        Check your answers
      </PageTitle>
      {hazard ? <SafetyCard kind={hazard} /> : null}
      <div className="max-w-text space-y-8">
        <Answers draft={draft} />
        <Form action={file} submit="Send request" className="">
          <DraftFields {...draft} />
        </Form>
      </div>
    </Page>
  )
}
