import type { Metadata } from "next"
import { NeedsForm } from "@/components/requests/needs-form"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { getNeeds } from "@/lib/identity/needs/get-needs"
import { needsOperations } from "@/lib/identity/needs/operations"
import { saveNeeds } from "../../actions"
import { draftAt } from "../draft-at"

export const metadata: Metadata = { title: "Does anyone need extra help? – New request" }

const loadNeeds = load(needsOperations.getNeeds, (actor) => getNeeds(actor, {}))

export default async function NeedsPage({ params }: PageProps<"/requests/new/[draft]/needs">) {
  const { id, steps } = await draftAt("check", params)
  return (
    <Page width="text">
      <PageTitle
        back={{ href: steps.check, label: "Back" }}
        lede="This helps us when we visit or when your gas is off. You can skip it. We keep it in your profile."
      >
        Does anyone need extra help?
      </PageTitle>
      <NeedsForm
        action={saveNeeds}
        needs={await loadNeeds({})}
        submit="Save and continue"
        aside={<Link href={steps.check}>Skip</Link>}
      >
        <input type="hidden" name="draft" value={id} />
      </NeedsForm>
    </Page>
  )
}
