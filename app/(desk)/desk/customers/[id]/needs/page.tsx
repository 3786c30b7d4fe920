import type { Metadata } from "next"
import { NeedsForm } from "@/components/requests/needs-form"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { requirePermission } from "@/lib/http/require-permission"
import { loadCustomer, loadNeeds } from "../../data"
import { editNeeds } from "../actions"

export const metadata: Metadata = { title: "Needs" }

export default async function NeedsPage({ params }: PageProps<"/desk/customers/[id]/needs">) {
  await requirePermission("need.edit")
  const { id } = await params
  const [customer, needs] = await Promise.all([loadCustomer(id), loadNeeds({ id })])
  const back = `/desk/customers/${id}`
  return (
    <Page width="text">
      <PageTitle back={{ href: back, label: customer.name }} lede="As the customer tells it">
        Needs
      </PageTitle>
      <NeedsForm
        action={editNeeds}
        needs={needs}
        submit="Save needs"
        aside={<Link href={back}>Cancel</Link>}
        asksContact
      >
        <input type="hidden" name="id" value={id} />
      </NeedsForm>
    </Page>
  )
}
