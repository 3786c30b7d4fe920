import type { Metadata } from "next"
import { PremisesForm } from "@/components/requests/filing/premises-form"
import { premisesValues } from "@/components/requests/premises-fields"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { getProfile } from "@/lib/identity/profile/get-profile"
import { profileOperations } from "@/lib/identity/profile/operations"
import { CATEGORIES } from "@/lib/model/category"
import { savePremises } from "../../actions"
import { draftAt } from "../draft-at"
import { homesToPick } from "../homes-to-pick"

export const metadata: Metadata = { title: "Where is it? – New request" }

const profile = load(profileOperations.getProfile, getProfile)

export default async function PremisesPage({ params, searchParams }: PageProps<"/requests/new/[draft]/premises">) {
  const { id, version, answers, typed, steps } = await draftAt("premises", params)
  const { category, premises } = answers
  const { return: from, home } = await searchParams
  const returning = from === "check"
  const [person, { homes, picked }] = await Promise.all([
    profile(),
    homesToPick(`${steps.premises}${returning ? "?return=check" : ""}`, home),
  ])
  return (
    <Page width="text">
      <PageTitle
        back={{ href: returning ? steps.check : steps.details, label: "Back" }}
        caption={category && CATEGORIES[category].name}
        lede={premises ? undefined : "We have filled in your home address. Change it if the problem is somewhere else."}
      >
        Where is it?
      </PageTitle>
      <PremisesForm
        // A home that was chosen without scripts starts the form anew.
        key={picked?.id}
        action={savePremises}
        returning={returning}
        draft={{ id, version, step: "premises" }}
        values={
          picked ? premisesValues(picked.premises) : (typed.premises ?? premisesValues(premises ?? person.premises))
        }
        homes={homes}
        chosen={picked?.id}
      />
    </Page>
  )
}
