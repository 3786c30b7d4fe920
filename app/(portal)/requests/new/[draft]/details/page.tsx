import type { Metadata } from "next"
import { DetailsForm } from "@/components/requests/filing/details-form"
import { TITLE_EXAMPLES } from "@/components/requests/filing/title-examples"
import { Page, PageTitle } from "@/components/ui/page"
import { CATEGORIES } from "@/lib/model/category"
import { CONTACT_NAMES, CONTACT_PREFERENCES } from "@/lib/model/contact"
import { hazardOf } from "@/lib/requests/urgency"
import { saveDetails } from "../../actions"
import { draftAt } from "../draft-at"

export const metadata: Metadata = { title: "Tell us about it – New request" }

const CONTACTS = CONTACT_PREFERENCES.map((value) => ({ value, label: CONTACT_NAMES[value] }))

export default async function DetailsPage({ params, searchParams }: PageProps<"/requests/new/[draft]/details">) {
  const { id, version, answers, typed, steps } = await draftAt("details", params)
  const { category, title = "", description = "", contactPreference } = answers
  const returning = (await searchParams).return === "check"
  const before = returning ? steps.check : hazardOf({ category }) ? steps.safety : steps.category
  return (
    <Page width="text">
      <PageTitle back={{ href: before, label: "Back" }} caption={category && CATEGORIES[category].name}>
        Tell us about it
      </PageTitle>
      <DetailsForm
        action={saveDetails}
        returning={returning}
        draft={{ id, version, step: "details" }}
        values={typed.details ?? { title, description, ...(contactPreference && { contactPreference }) }}
        contacts={CONTACTS}
        example={TITLE_EXAMPLES[category ?? "other"]}
      />
    </Page>
  )
}
