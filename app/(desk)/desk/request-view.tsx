import { AssignForm } from "@/components/desk/assign-form"
import { assignOptions } from "@/components/desk/assign-options"
import { AssignmentReasons } from "@/components/desk/assignment-reasons"
import { CarePart } from "@/components/desk/care-part"
import { ClockLines } from "@/components/desk/clock-lines"
import { Composer } from "@/components/desk/composer"
import { CustomerPart } from "@/components/desk/customer-part"
import { DangerCheckCard } from "@/components/desk/danger-check-card"
import { ProposeForm, ReturnForm } from "@/components/desk/hand-back-forms"
import { MoveForm } from "@/components/desk/move-form"
import { PremisesPart } from "@/components/desk/premises-part"
import { PriorityForm } from "@/components/desk/priority-form"
import { ProposalNotice } from "@/components/desk/proposal-notice"
import { replyFacts } from "@/components/desk/reply-facts"
import { ReportsCard } from "@/components/desk/reports-card"
import { RequestActs } from "@/components/desk/request-acts"
import { RequestHead } from "@/components/desk/request-head"
import { RequestNotices } from "@/components/desk/request-notices"
import { FollowUps } from "@/components/requests/follow-ups"
import { RequestFiles } from "@/components/requests/request-files"
import { ENTRIES_A_PAGE, RequestTimeline } from "@/components/requests/request-timeline"
import { unsentFiles } from "@/components/requests/unsent-files"
import { uploadProblem } from "@/components/requests/upload-words"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { Time } from "@/components/ui/time"
import { refusedFiles } from "@/lib/http/refused-files"
import { requirePermission } from "@/lib/http/require-permission"
import { CATEGORIES } from "@/lib/model/category"
import { may } from "@/lib/model/policy"
import { isOpen, movesOffered } from "@/lib/model/status"
import { loadDangerCheck } from "../../danger-checks"
import { emergencyViewer, findEmergency } from "../../emergencies"
import { readAbout } from "../../read-about"
import {
  acknowledgeRequest,
  assignRequest,
  decideDangerCheck,
  leaveNote,
  moveRequest,
  prioritiseRequest,
  proposeColleague,
  returnRequest,
  sendReply,
  separateReport,
} from "./actions"
import {
  loadAssignment,
  loadCare,
  loadClocks,
  loadColleagues,
  loadColleaguesToPropose,
  loadProposals,
  loadReports,
  loadRequest,
  loadRequestsThere,
  loadTimeline,
  loadUndo,
  loadUnsent,
} from "./data"

interface RequestViewProps {
  id: string
  /** What the address of its page asks for. */
  asked?: Record<string, string | string[] | undefined>
  /** Where closing it leads to, when it is shown beside its list. */
  list?: string
}

/** A request with whatever is done with it, on a page of its own or beside its list. */
export async function RequestView({ id, asked = {}, list }: RequestViewProps) {
  const actor = await requirePermission("request.move")
  const { changed, told, upload, before, explain, assign, propose, reports: reportsBefore } = asked
  const problem = uploadProblem(upload, await refusedFiles(upload))
  const request = await loadRequest(id)
  await readAbout(id)
  const { premisesId } = request
  // Those who may take an emergency do not see yet what else was there.
  const seesPremises = may(actor, "premises.read", { assigneeId: request.assignee?.id })
  const [timeline, clocks, assignment, waiting, care, there, unsent] = await Promise.all([
    loadTimeline({ id, before, limit: ENTRIES_A_PAGE }),
    loadClocks({ id }),
    explain === "assignment" ? loadAssignment({ id }) : undefined,
    findEmergency(id),
    loadCare({ id }),
    premisesId && seesPremises ? loadRequestsThere({ id: premisesId, limit: "4" }) : undefined,
    loadUnsent({ id }),
  ])
  const undo = changed === String(request.version) ? await loadUndo({ id }) : undefined
  const assigns = may(actor, "request.assign") && isOpen(request.status)
  const isTheirs = { assigneeId: request.assignee?.id }
  const proposes = !assigns && may(actor, "request.propose", isTheirs) && isOpen(request.status)
  const returns = proposes && may(actor, "request.return", isTheirs) && request.priority !== "emergency"
  const [proposal] = assigns ? (await loadProposals({ requestId: id })).items : []
  const proposable = proposes && propose === "open" ? (await loadColleaguesToPropose({ id })).items : undefined
  const prioritises = may(actor, "request.prioritise") && isOpen(request.status) && request.priority !== "emergency"
  const check = request.danger?.check === "open" ? await loadDangerCheck(id) : undefined
  const hasReports =
    request.priority === "emergency" && may(actor, "request.separate", { assigneeId: request.assignee?.id })
  const found = hasReports ? await loadReports({ id, before: reportsBefore }) : undefined
  // The one in the banner says as well which others may be taken with it.
  const reports = waiting ? { earlier: null, ...waiting.emergency, ...found, around: waiting.emergency.around } : found
  // Emergencies are taken at the top of the page.
  const isNew = request.status === "pending" && request.assignee?.id === actor.id && request.priority !== "emergency"
  const acknowledges = isNew && !before && !timeline.items.some(({ kind }) => kind === "acknowledged")
  const { version, status, priority, category, description, externalReference, createdAt } = request
  const toAssign = {
    ...{ category, priority, hazard: request.danger?.hazard },
    ...{ postcode: request.premises.postcode, assignee: request.assignee?.id },
  }
  const people = assigns && assign === "open" ? assignOptions(await loadColleagues(), toAssign) : undefined
  // Everything passed to a client component is sent to the browser.
  const state = { id, version, status, priority, assigned: request.assignee !== null }
  const offered = movesOffered(status, { assigned: state.assigned, takes: may(actor, "request.work") })
  const address = `/desk/requests/${id}`
  return (
    <div className="desk-request">
      {problem ? <ErrorSummary errors={{ files: problem }} /> : null}
      {told === "file-removed" ? <Notice tone="success" title="File removed" /> : null}
      {request.danger?.check ? <DangerCheckCard check={check} action={decideDangerCheck} /> : null}
      <RequestNotices
        request={request}
        changed={String(changed)}
        undo={undo}
        waiting={waiting}
        needs={care.needs}
        answers={check !== undefined}
      />
      <FollowUps request={request} at="/desk/requests" />
      {proposal ? (
        <ProposalNotice
          proposal={{ ...proposal, request: { ...proposal.request, title: "" } }}
          assign={assignRequest}
        />
      ) : null}
      <RequestHead request={request} clocks={clocks.items} list={list}>
        <RequestActs
          request={state}
          offered={offered}
          move={moveRequest}
          acknowledge={acknowledges ? acknowledgeRequest : undefined}
        />
      </RequestHead>
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
      {/* A saved change starts the forms anew; one that was refused keeps what was typed. */}
      <div key={String(changed)} className="sides">
        <div className="panel">
          <section>
            <h2>
              {CATEGORIES[category].name}, received <Time value={createdAt} />
              {externalReference ? `, sender’s reference ${externalReference}` : null}
            </h2>
            <p className="words">{description}</p>
          </section>
          {/* Its end is in sight without scripts: the box is laid out from there. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
          <section aria-label="Timeline" className="talk" tabIndex={0}>
            <RequestTimeline
              {...timeline}
              address={address}
              isEarlier={before !== undefined}
              files={request.attachments}
            />
          </section>
          <Composer
            request={request}
            offered={offered}
            reply={may(actor, "request.answer", { assigneeId: request.assignee?.id }) ? sendReply : undefined}
            note={leaveNote}
            unsent={unsent}
            files={unsentFiles(actor, request, timeline.items)}
            facts={replyFacts(request, clocks.items)}
          />
          <MoveForm action={moveRequest} request={state} offered={offered} />
        </div>
        <div className="panel">
          <CustomerPart request={request} factors={may(actor, "factor.edit")} />
          <CarePart care={care} />
          <PremisesPart
            request={request}
            opens={seesPremises}
            others={there?.items.filter((it) => it.id !== id).slice(0, 3) ?? []}
          />
          <ClockLines clocks={clocks.items} address={address} explained={explain === "deadlines"} />
          <AssignmentReasons assignment={assignment} assignee={request.assignee?.name} address={address} />
          {assigns || prioritises ? (
            <section className="flex flex-wrap gap-x-6">
              {assigns ? (
                <AssignForm
                  action={assignRequest}
                  id={id}
                  version={version}
                  request={toAssign}
                  people={people}
                  withPeople={`${address}?assign=open#assign-assigneeId`}
                />
              ) : null}
              {prioritises ? <PriorityForm action={prioritiseRequest} request={{ id, version, priority }} /> : null}
            </section>
          ) : null}
          {proposes ? (
            <section className="flex flex-wrap gap-x-6">
              {returns ? <ReturnForm action={returnRequest} id={id} version={version} /> : null}
              {proposable ? (
                <ProposeForm
                  action={proposeColleague}
                  id={id}
                  people={proposable.map((it) => ({ value: it.id, label: it.name }))}
                />
              ) : (
                <a className="link min-h-target" href={`${address}?propose=open#propose-assigneeId`}>
                  Propose a colleague
                </a>
              )}
            </section>
          ) : null}
          <section id="request-files">
            <h2>Files</h2>
            <RequestFiles request={request} side="staff" address={address} problem={problem} folded />
          </section>
        </div>
      </div>
    </div>
  )
}
