import type { Metadata } from "next"
import { NeedsForm } from "@/components/requests/needs-form"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { getNeeds } from "@/lib/identity/needs/get-needs"
import { needsOperations } from "@/lib/identity/needs/operations"
import { editNeeds } from "./actions"

export const metadata: Metadata = { title: "Extra help" }

const loadNeeds = load(needsOperations.getNeeds, (actor) => getNeeds(actor, {}))

export default async function NeedsPage() {
  await requirePermission("home.edit")
  return (
    <Page width="text">
      <PageTitle
        back={{ href: "/profile", label: "Your profile" }}
        lede="Tell us what we should know when we visit you or when your gas is off. You do not have to answer, and can change this at any time."
      >
        Extra help
      </PageTitle>
      <NeedsForm
        action={editNeeds}
        needs={await loadNeeds({})}
        submit="Save changes"
        aside={<Link href="/profile">Cancel</Link>}
        asksContact
      />
    </Page>
  )
}
