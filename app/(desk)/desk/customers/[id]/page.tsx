import type { Metadata } from "next"
import { callAddress } from "@/components/desk/calls-address"
import { CustomerFacts } from "@/components/desk/customer-facts"
import { CustomerHomes } from "@/components/desk/customer-homes"
import { CustomerNotesForm } from "@/components/desk/customer-notes-form"
import { CustomerRequests } from "@/components/desk/customer-requests"
import { InviteCustomerForm } from "@/components/desk/invite-customer-form"
import { deskAddress } from "@/components/desk/request-filter"
import { needsFacts } from "@/components/requests/needs-facts"
import { ButtonLink } from "@/components/ui/button"
import { Card } from "@/components/ui/card"
import { DescriptionList } from "@/components/ui/description-list"
import { Heading } from "@/components/ui/heading"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { BackLink } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { requirePermission } from "@/lib/http/require-permission"
import { may } from "@/lib/model/policy"
import { loadRequests } from "../../data"
import { loadCustomer, loadHomes, loadNeeds, loadNotes } from "../data"
import { editNotes, invite } from "./actions"

type Props = PageProps<"/desk/customers/[id]">

const ROWS = "50"

const SAVED = new Map<unknown, string>([
  ["notes", "Notes saved"],
  ["needs", "Needs saved"],
])

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requirePermission("customer.read")
  return { title: (await loadCustomer((await params).id)).name }
}

export default async function CustomerPage({ params, searchParams }: Props) {
  const actor = await requirePermission("customer.read")
  const { id } = await params
  const { after, before, saved } = await searchParams
  const isFirst = after === undefined && before === undefined
  const [customer, needs, notes, homes, open, all] = await Promise.all([
    loadCustomer(id),
    // Others see them on the requests that they work.
    may(actor, "need.read") ? loadNeeds({ id }) : undefined,
    loadNotes({ id }),
    loadHomes({ id }),
    isFirst ? loadRequests({ customerId: id, status: "open", limit: ROWS }) : undefined,
    loadRequests({ customerId: id, after, before, limit: ROWS }),
  ])
  const whose = may(actor, "request.assign") ? "" : " assigned to you"
  const address = `/desk/customers/${id}`
  return (
    <div className="space-y-4 px-4 py-2">
      <BackLink href="/desk/customers" label="Customers" />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Heading level={1} size="page" className="min-w-0 wrap-anywhere">
          <bdi>{customer.name}</bdi>
        </Heading>
        <ButtonLink href={callAddress({ customer: id })}>New request</ButtonLink>
        <Link href={deskAddress({ customer: id, status: ["any"] })}>Show requests in the list</Link>
      </div>
      {SAVED.has(saved) ? <Notice tone="success" title={SAVED.get(saved) ?? ""} /> : null}
      <div className="grid items-start gap-4 lg:grid-cols-2 xl:grid-cols-3">
        <Card title="Contact">
          <CustomerFacts customer={customer} />
        </Card>
        <div className="space-y-4">
          {needs ? (
            <Card title="Needs" actions={<Link href={`${address}/needs`}>Change needs</Link>}>
              <DescriptionList items={needsFacts(needs)} />
            </Card>
          ) : null}
          <Card title="Premises">
            <CustomerHomes homes={homes.items} opens={may(actor, "premises.read", {})} />
          </Card>
        </div>
        <div className="space-y-4">
          <Card title="Notes">
            <CustomerNotesForm action={editNotes} customerId={id} notes={notes} />
          </Card>
          {customer.emailVerifiedAt ? null : (
            <Card title="Invite to the portal">
              <InviteCustomerForm action={invite} id={id} email={customer.email} />
            </Card>
          )}
        </div>
      </div>
      {open ? (
        <CustomerRequests
          title={`${open.next ? `Open requests: the ${ROWS} most urgent` : "Open requests"}${whose}`}
          none="No open requests"
          requests={open.items}
        />
      ) : null}
      <CustomerRequests title={`All requests${whose}`} none="No requests" requests={all.items} />
      <Pagination
        label="Requests"
        first={isFirst ? undefined : address}
        previous={all.previous && `${address}?before=${all.previous}`}
        next={all.next && `${address}?after=${all.next}`}
      />
    </div>
  )
}
