import type { Metadata } from "next"
import { ReportForm } from "@/components/requests/filing/report-form"
import { premisesValues } from "@/components/requests/premises-fields"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { getProfile } from "@/lib/identity/profile/get-profile"
import { profileOperations } from "@/lib/identity/profile/operations"
import { report } from "../../actions"
import { draftAt } from "../draft-at"
import { homesToPick } from "../homes-to-pick"

export const metadata: Metadata = { title: "Report an emergency – New request" }

const profile = load(profileOperations.getProfile, getProfile)

export default async function ReportPage({ params, searchParams }: PageProps<"/requests/new/[draft]/report">) {
  const [{ id, version, answers, typed, steps }, person, { home }] = await Promise.all([
    draftAt("report", params),
    profile(),
    searchParams,
  ])
  const { homes, picked } = await homesToPick(steps.report, home)
  const typedBefore = picked ? undefined : typed.report
  const values = typedBefore ?? {
    ...premisesValues(picked?.premises ?? answers.premises ?? person.premises),
    contactPhone: person.phone,
    // What they described on an earlier page, so that nobody writes it twice.
    ...(answers.description && { details: answers.description }),
  }
  return (
    <Page width="text">
      <PageTitle back={{ href: steps.safety, label: "Back" }} lede="You only need to tell us where it is.">
        Where is it?
      </PageTitle>
      <ReportForm
        key={picked?.id}
        action={report}
        draft={{ id, version, step: "report" }}
        values={values}
        homes={homes}
        chosen={picked?.id}
      />
    </Page>
  )
}
