import type { Metadata } from "next"
import { PremisesForm } from "@/components/requests/filing/premises-form"
import { premisesValues } from "@/components/requests/premises-fields"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { accountOperations } from "@/lib/identity/accounts/operations"
import { getProfile } from "@/lib/identity/accounts/profile"
import { CATEGORIES } from "@/lib/model/category"
import { STEPS } from "@/lib/requests/drafts/steps"
import { savePremises } from "../actions"
import { draftAt } from "../draft-at"

export const metadata: Metadata = { title: "Where is it? – New request" }

const profile = load(accountOperations.getProfile, getProfile)

export default async function PremisesPage({ searchParams }: PageProps<"/requests/new/premises">) {
  const { category, premises } = (await draftAt("premises")).answers
  const returning = (await searchParams).return === "check"
  return (
    <Page width="text">
      <PageTitle
        back={{ href: returning ? STEPS.check : STEPS.details, label: "Back" }}
        caption={category && CATEGORIES[category].name}
        lede={premises ? undefined : "We have filled in your home address. Change it if the problem is somewhere else."}
      >
        Where is it?
      </PageTitle>
      <PremisesForm
        action={savePremises}
        returning={returning}
        values={premisesValues(premises ?? (await profile()).premises)}
      />
    </Page>
  )
}
