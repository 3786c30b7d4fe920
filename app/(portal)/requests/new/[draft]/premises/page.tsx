import type { Metadata } from "next"
import { PremisesForm } from "@/components/requests/filing/premises-form"
import { premisesValues } from "@/components/requests/premises-fields"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { listHomes } from "@/lib/identity/homes/list-homes"
import { homeOperations } from "@/lib/identity/homes/operations"
import { getProfile } from "@/lib/identity/profile/get-profile"
import { profileOperations } from "@/lib/identity/profile/operations"
import { CATEGORIES } from "@/lib/model/category"
import { savePremises } from "../../actions"
import { draftAt } from "../draft-at"

export const metadata: Metadata = { title: "Where is it? – New request" }

const profile = load(profileOperations.getProfile, getProfile)
const homesOf = load(homeOperations.listHomes, (actor) => listHomes(actor, {}))

export default async function PremisesPage({ params, searchParams }: PageProps<"/requests/new/[draft]/premises">) {
  const { id, version, answers, typed, steps } = await draftAt("premises", params)
  const { category, premises } = answers
  const { return: from, home } = await searchParams
  const returning = from === "check"
  const [person, { items }] = await Promise.all([profile(), homesOf({})])
  const homes = items.filter(({ until }) => until === null)
  const picked = homes.find((it) => it.id === home)
  const query = returning ? "return=check&" : ""
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
        homes={homes.map((it) => ({
          id: it.id,
          premises: it.premises,
          href: `${steps.premises}?${query}home=${it.id}`,
        }))}
        chosen={picked?.id}
      />
    </Page>
  )
}
