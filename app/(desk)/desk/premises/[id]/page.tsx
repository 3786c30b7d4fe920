import type { Metadata } from "next"
import { PremisesFacts } from "@/components/desk/premises-facts"
import { PremisesNotesForm } from "@/components/desk/premises-notes-form"
import { RequestsThere } from "@/components/desk/requests-there"
import { Card } from "@/components/ui/card"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { getPremises } from "@/lib/requests/premises/get-premises"
import { listPremisesRequests } from "@/lib/requests/premises/list-premises-requests"
import { premisesOperations } from "@/lib/requests/premises/operations"
import { editPremisesNotes } from "./actions"

export const metadata: Metadata = { title: "Premises" }

const loadPremises = load(premisesOperations.getPremises, getPremises)
const loadRequests = load(premisesOperations.listPremisesRequests, listPremisesRequests)

export default async function PremisesPage({ params, searchParams }: PageProps<"/desk/premises/[id]">) {
  await requirePermission("premises.read")
  const { id } = await params
  const { after, saved } = await searchParams
  const [premises, { items, next }] = await Promise.all([loadPremises({ id }), loadRequests({ id, after })])
  const address = `/desk/premises/${id}`
  return (
    <Page>
      {saved ? <Notice tone="success" title="Notes saved" /> : null}
      <PageTitle
        back={{ href: "/desk", label: "Requests" }}
        lede={[premises.line2, premises.town, premises.postcode].filter(Boolean).join(", ")}
      >
        <bdi>{premises.line1}</bdi>
      </PageTitle>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title="Premises">
          <PremisesFacts premises={premises} />
        </Card>
        <Card title="Notes">
          <PremisesNotesForm action={editPremisesNotes} premises={premises} />
        </Card>
      </div>
      <Card title="Requests" flush={items.length > 0}>
        {items.length > 0 ? <RequestsThere requests={items} /> : <p>No requests</p>}
      </Card>
      <Pagination label="Requests" first={after && address} next={next && `${address}?after=${next}`} />
    </Page>
  )
}
