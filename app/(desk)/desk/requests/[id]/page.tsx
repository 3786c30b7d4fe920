import type { Metadata } from "next"
import { AssignForm } from "@/components/desk/assign-form"
import { AttachmentsCard } from "@/components/desk/attachments-card"
import { CustomerCard } from "@/components/desk/customer-card"
import { MoveForm } from "@/components/desk/move-form"
import { RequestNotices } from "@/components/desk/request-notices"
import { PriorityBadge } from "@/components/requests/priority-badge"
import { RequestFacts } from "@/components/requests/request-facts"
import { RequestTimeline } from "@/components/requests/request-timeline"
import { StatusBadge } from "@/components/requests/status-badge"
import { Card } from "@/components/ui/card"
import { Page, PageTitle } from "@/components/ui/page"
import { permitted } from "@/lib/http/permitted"
import { may } from "@/lib/policy"
import { isOpen } from "@/lib/requests/status"
import { assignRequest, moveRequest } from "../../actions"
import { loadColleagues, loadRequest, loadTimeline } from "../../data"

interface DeskRequestProps {
  params: Promise<{ id: string }>
  searchParams: Promise<{ changed?: string; upload?: string }>
}

export async function generateMetadata({ params }: DeskRequestProps): Promise<Metadata> {
  const { reference, title } = await loadRequest((await params).id)
  return { title: `${reference}: ${title}` }
}

export default async function DeskRequestPage({ params, searchParams }: DeskRequestProps) {
  const actor = await permitted("request.move")
  const { id } = await params
  const { changed, upload } = await searchParams
  const [request, timeline] = await Promise.all([loadRequest(id), loadTimeline({ id })])
  const assigns = may(actor, "request.assign") && isOpen(request.status)
  const colleagues = assigns ? await loadColleagues() : []
  return (
    <Page>
      <PageTitle
        back={{ href: "/desk", label: "Requests" }}
        caption={request.reference}
        actions={
          <>
            <PriorityBadge priority={request.priority} />
            <StatusBadge status={request.status} />
          </>
        }
      >
        {request.title}
      </PageTitle>
      <RequestNotices request={request} changed={changed} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr]">
        <Card title="Request">
          <RequestFacts request={request} />
        </Card>
        {/* A saved change starts the forms anew; one that was refused keeps what was typed. */}
        <div key={changed} className="space-y-6 lg:row-span-2">
          <CustomerCard request={request} />
          <MoveForm action={moveRequest} request={request} />
          {assigns ? <AssignForm action={assignRequest} request={request} colleagues={colleagues} /> : null}
        </div>
        <div className="space-y-6">
          <AttachmentsCard request={request} refusal={upload} />
          <Card title="Timeline">
            <RequestTimeline items={timeline.items} />
          </Card>
        </div>
      </div>
    </Page>
  )
}
