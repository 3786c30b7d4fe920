import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { HomeForm } from "@/components/account/home-form"
import { HomeRequests } from "@/components/account/home-requests"
import { addressLine } from "@/components/requests/premises-text"
import { Card } from "@/components/ui/card"
import { Form } from "@/components/ui/form"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { Submit } from "@/components/ui/submit"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { listHomeRequests } from "@/lib/requests/premises/list-premises-requests"
import { premisesOperations } from "@/lib/requests/premises/operations"
import { editHome, leaveHome } from "../actions"
import { loadHomes } from "../data"

export const metadata: Metadata = { title: "A home" }

const loadRequests = load(premisesOperations.listHomeRequests, listHomeRequests)

export default async function HomePage({ params, searchParams }: PageProps<"/profile/homes/[id]">) {
  await requirePermission("home.edit")
  const { id } = await params
  const { after } = await searchParams
  const home = (await loadHomes({})).items.find((it) => it.id === id)
  if (!home) notFound()
  const { items, next } = await loadRequests({ id, after })
  const { premises, role, since, until, main, version } = home
  const address = `/profile/homes/${id}`
  return (
    <Page width="text">
      <PageTitle back={{ href: "/profile/homes", label: "Your homes" }}>
        <bdi className="wrap-anywhere">{addressLine(premises)}</bdi>
      </PageTitle>
      <Card title="Your requests here">
        {items.length > 0 ? <HomeRequests requests={items} /> : <p>You have no requests for this home.</p>}
      </Card>
      <Pagination label="Requests" first={after && address} next={next && `${address}?after=${next}`} />
      {until ? null : (
        <Card title="Change this home">
          <HomeForm action={editHome} home={{ id, role, since: since.toISOString().slice(0, 10), version }} />
        </Card>
      )}
      {until || main ? null : (
        <Card title="Is it no longer yours?">
          <Form action={leaveHome} prefix="leave-" className="space-y-4">
            <input type="hidden" name="id" value={id} />
            <p>We will move it to your earlier homes today. Your requests stay.</p>
            <Submit variant="secondary">Remove home</Submit>
          </Form>
        </Card>
      )}
    </Page>
  )
}
