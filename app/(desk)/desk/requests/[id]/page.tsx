import type { Metadata } from "next"
import { AcknowledgeForm } from "@/components/desk/acknowledge-form"
import { AssignForm } from "@/components/desk/assign-form"
import { AssignmentCard } from "@/components/desk/assignment-card"
import { ClockCard } from "@/components/desk/clock-card"
import { CustomerCard } from "@/components/desk/customer-card"
import { DangerCheckCard } from "@/components/desk/danger-check-card"
import { MoveForm } from "@/components/desk/move-form"
import { ReportsCard } from "@/components/desk/reports-card"
import { RequestNotices } from "@/components/desk/request-notices"
import { PriorityBadge } from "@/components/requests/priority-badge"
import { Reference } from "@/components/requests/reference"
import { RequestFacts } from "@/components/requests/request-facts"
import { RequestFiles } from "@/components/requests/request-files"
import { ENTRIES_A_PAGE, RequestTimeline } from "@/components/requests/request-timeline"
import { StatusBadge } from "@/components/requests/status-badge"
import { uploadProblem } from "@/components/requests/upload-words"
import { Card } from "@/components/ui/card"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { refusedFiles } from "@/lib/http/refused-files"
import { requirePermission } from "@/lib/http/require-permission"
import { may } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { loadDangerCheck } from "../../../../danger-checks"
import { emergencyViewer, findEmergency } from "../../../../emergencies"
import { acknowledgeRequest, assignRequest, decideDangerCheck, moveRequest, separateReport } from "../../actions"
import { loadAssignment, loadClocks, loadColleagues, loadReports, loadRequest, loadTimeline } from "../../data"

type Props = PageProps<"/desk/requests/[id]">

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  await requirePermission("request.move")
  const { reference, title } = await loadRequest((await params).id)
  const failed = uploadProblem((await searchParams).upload)
  return { title: `${failed ? "Error: " : ""}${reference}: ${title}` }
}

export default async function DeskRequestPage({ params, searchParams }: Props) {
  const actor = await requirePermission("request.move")
  const { id } = await params
  const { changed, upload, before, reports: reportsBefore } = await searchParams
  const problem = uploadProblem(upload, await refusedFiles(upload))
  const [request, timeline, clocks, assignment, waiting] = await Promise.all([
    loadRequest(id),
    loadTimeline({ id, before, limit: ENTRIES_A_PAGE }),
    loadClocks({ id }),
    loadAssignment({ id }),
    findEmergency(id),
  ])
  const assigns = may(actor, "request.assign") && isOpen(request.status)
  const check = request.danger?.check === "open" ? await loadDangerCheck(id) : undefined
  const colleagues = assigns ? await loadColleagues() : []
  const hasReports =
    request.priority === "emergency" && may(actor, "request.separate", { assigneeId: request.assignee?.id })
  const found = hasReports ? await loadReports({ id, before: reportsBefore }) : undefined
  // The one in the banner says as well which others may be taken with it.
  const reports = waiting ? { earlier: null, ...waiting.emergency, ...found, around: waiting.emergency.around } : found
  // Emergencies are taken at the top of the page.
  const isNew = request.status === "pending" && request.assignee?.id === actor.id && request.priority !== "emergency"
  const acknowledges = isNew && !before && !timeline.items.some(({ kind }) => kind === "acknowledged")
  return (
    <Page>
      {problem ? <ErrorSummary errors={{ files: problem }} /> : null}
      <PageTitle
        back={{ href: "/desk", label: "Requests" }}
        caption={<Reference>{request.reference}</Reference>}
        actions={
          <>
            <PriorityBadge priority={request.priority} />
            <StatusBadge status={request.status} />
            <Link href={`/desk/requests/${id}/job-sheet`}>Job sheet</Link>
          </>
        }
      >
        <bdi>{request.title}</bdi>
      </PageTitle>
      {request.danger?.check ? <DangerCheckCard check={check} action={decideDangerCheck} /> : null}
      <RequestNotices request={request} changed={String(changed)} waiting={waiting} answers={check !== undefined} />
      {reports ? (
        <ReportsCard
          request={request}
          reports={reports}
          isEarlier={reportsBefore !== undefined}
          viewer={emergencyViewer(actor)}
          separate={separateReport}
          separates={hasReports}
        />
      ) : null}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr]">
        <Card title="Request">
          <RequestFacts request={request} />
          {request.premisesId ? (
            <p className="mt-4">
              <Link href={`/desk/premises/${request.premisesId}`}>Premises and earlier requests</Link>
            </p>
          ) : null}
        </Card>
        {/* A saved change starts the forms anew; one that was refused keeps what was typed. */}
        <div key={String(changed)} className="space-y-6 lg:row-span-2">
          <CustomerCard request={request} factors={may(actor, "factor.edit")} />
          {acknowledges ? <AcknowledgeForm action={acknowledgeRequest} id={id} /> : null}
          <MoveForm action={moveRequest} request={request} />
          <AssignmentCard assignment={assignment} />
          {assigns ? <AssignForm action={assignRequest} request={request} colleagues={colleagues} /> : null}
        </div>
        <div className="space-y-6">
          <ClockCard clocks={clocks.items} />
          <RequestFiles request={request} problem={problem} />
          <Card title="Timeline">
            <RequestTimeline {...timeline} address={`/desk/requests/${id}`} isEarlier={before !== undefined} />
          </Card>
        </div>
      </div>
    </Page>
  )
}
