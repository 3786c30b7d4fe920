import type { Metadata } from "next"
import { ReportForm } from "@/components/requests/filing/report-form"
import { premisesValues } from "@/components/requests/premises-fields"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { getProfile } from "@/lib/identity/profile/get-profile"
import { profileOperations } from "@/lib/identity/profile/operations"
import { STEPS } from "@/lib/requests/drafts/draft-steps"
import { report } from "../actions"
import { draftAt } from "../draft-at"

export const metadata: Metadata = { title: "Report an emergency – New request" }

const profile = load(profileOperations.getProfile, getProfile)

export default async function ReportPage() {
  const [{ answers }, person] = await Promise.all([draftAt("report"), profile()])
  const values = {
    ...premisesValues(answers.premises ?? person.premises),
    contactPhone: person.phone,
    // What they described on an earlier page, so that nobody writes it twice.
    ...(answers.description && { details: answers.description }),
  }
  return (
    <Page width="text">
      <PageTitle back={{ href: STEPS.safety, label: "Back" }} lede="You only need to tell us where it is.">
        Where is the emergency?
      </PageTitle>
      <ReportForm action={report} values={values} />
    </Page>
  )
}
