import type { Metadata } from "next"
import { FilesGoingOn } from "@/components/requests/files-going-on"
import { Answers } from "@/components/requests/filing/answers"
import { DraftFields } from "@/components/requests/filing/draft-fields"
import { needsLine } from "@/components/requests/needs-line"
import { SafetyCard } from "@/components/requests/safety-card"
import { Card } from "@/components/ui/card"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { getNeeds } from "@/lib/identity/needs/get-needs"
import { needsOperations } from "@/lib/identity/needs/operations"
import { hazardOf } from "@/lib/requests/urgency"
import { file } from "../../actions"
import { draftAt } from "../draft-at"

export const metadata: Metadata = { title: "Check your answers – New request" }

const loadNeeds = load(needsOperations.getNeeds, (actor) => getNeeds(actor, {}))

export default async function CheckPage({ params }: PageProps<"/requests/new/[draft]/check">) {
  const draft = await draftAt("check", params)
  const { needs, toldAt } = await loadNeeds({})
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
        <Card
          title="Does anyone need extra help?"
          actions={<Link href={draft.steps.needs}>{toldAt ? "Change extra help" : "Tell us about extra help"}</Link>}
        >
          <p>
            {toldAt
              ? needsLine(needs) || "No extra help needed."
              : "Optional. For example, if someone is elderly, has a baby or uses medical equipment."}
          </p>
        </Card>
        <FilesGoingOn
          to={`/uploads/drafts/${draft.id}`}
          again={<Link href={draft.steps.attachments}>Go back and add it again</Link>}
        >
          You can send your request now. Keep this window open, and it will be added.
        </FilesGoingOn>
        <Form action={file} submit="Send request" className="">
          <DraftFields {...draft} />
        </Form>
      </div>
    </Page>
  )
}
