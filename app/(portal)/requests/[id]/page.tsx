import type { Metadata } from "next"
import { resendVerification } from "@/app/(account)/profile/verification"
import { ConfirmEmail } from "@/components/account/confirm-email"
import { DangerCheckNotice } from "@/components/requests/danger-check-notice"
import { EmergencyStatus } from "@/components/requests/emergency-status"
import { ExpectationNotice } from "@/components/requests/expectation-notice"
import { FollowUps } from "@/components/requests/follow-ups"
import { isStillNews } from "@/components/requests/last-told"
import { MessageForm } from "@/components/requests/message-form"
import { OutcomeCard } from "@/components/requests/outcome-card"
import { PriorityBadge } from "@/components/requests/priority-badge"
import { Reference } from "@/components/requests/reference"
import { RequestFacts } from "@/components/requests/request-facts"
import { RequestFiles } from "@/components/requests/request-files"
import { RequestProgress } from "@/components/requests/request-progress"
import { ENTRIES_A_PAGE, RequestTimeline } from "@/components/requests/request-timeline"
import { roomFor } from "@/components/requests/room-for"
import { SafetyCard } from "@/components/requests/safety-card"
import { StatusBadge } from "@/components/requests/status-badge"
import { unsentFiles } from "@/components/requests/unsent-files"
import { uploadProblem } from "@/components/requests/upload-words"
import { ButtonLink } from "@/components/ui/button"
import { Card } from "@/components/ui/card"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Muted } from "@/components/ui/muted"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { RefreshOnChange } from "@/components/ui/refresh-on-change"
import { signedIn } from "@/lib/http/current-actor"
import { load } from "@/lib/http/load"
import { refusedFiles } from "@/lib/http/refused-files"
import type { Priority } from "@/lib/model/category"
import { canBeReopened, isOpen } from "@/lib/model/status"
import { getExpectation } from "@/lib/oversight/service-levels/get-expectation"
import { serviceLevelOperations } from "@/lib/oversight/service-levels/operations"
import { listTimeline } from "@/lib/requests/list-timeline"
import { requestOperations } from "@/lib/requests/operations"
import { getUnsent } from "@/lib/requests/unsent/get-unsent"
import { unsentOperations } from "@/lib/requests/unsent/operations"
import { hazardOfRequest } from "@/lib/requests/urgency"
import { confirmFixed, reopenOwn, sendMessage } from "./actions"
import { requestWith } from "./request"

type Props = PageProps<"/requests/[id]">

const timeline = load(requestOperations.listTimeline, listTimeline)
const halfWritten = load(unsentOperations.getUnsent, getUnsent)
const expectation = load(serviceLevelOperations.getExpectation, getExpectation)

/** That something else comes first helps nobody who asked for it. */
const URGENT: readonly Priority[] = ["emergency", "high"]

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { reference, title } = await requestWith((await params).id)
  const failed = uploadProblem((await searchParams).upload)
  return { title: `${failed ? "Error: " : ""}${title} (${reference})` }
}

export default async function RequestPage({ params, searchParams }: Props) {
  const { id } = await params
  const { upload, before, sent, told } = await searchParams
  const viewer = await signedIn()
  const [request, history, expected, unsent] = await Promise.all([
    requestWith(id),
    timeline({ id, before, limit: ENTRIES_A_PAGE }),
    expectation({ id }),
    halfWritten({ id }),
  ])
  const problem = uploadProblem(upload, await refusedFiles(upload))
  const hazard = request.priority === "emergency" && isOpen(request.status) ? hazardOfRequest(request) : undefined
  const isClosed = request.status === "closed"
  // The address says what came of what they did until they leave the page.
  const isNews = before !== undefined || isStillNews(history.items, viewer.id)
  return (
    <Page>
      <RefreshOnChange of={id} />
      {problem ? <ErrorSummary errors={{ files: problem }} /> : null}
      <PageTitle
        back={{ href: "/requests", label: "Your requests" }}
        caption={<Reference>{request.reference}</Reference>}
        actions={
          <>
            <StatusBadge status={request.status} />
            {URGENT.includes(request.priority) ? <PriorityBadge priority={request.priority} /> : null}
          </>
        }
      >
        <bdi>{request.title}</bdi>
      </PageTitle>
      <EmergencyStatus emergency={request} />
      {hazard ? <SafetyCard kind={hazard} /> : null}
      <DangerCheckNotice request={request} />
      {isNews ? <Told told={told} isNew={request.followUpOf !== null} /> : null}
      <FollowUps request={request} at="/requests" />
      {sent && isNews ? <Notice tone="success" title="We have your message" /> : null}
      {request.waitsFor === "confirmation" ? (
        <ConfirmEmail action={resendVerification} title="Confirm your email address so that we can start" />
      ) : request.alerted === false ? null : (
        <ExpectationNotice expectation={expected} />
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="space-y-6">
          {canBeReopened(request.status) ? (
            <Card title={isClosed && request.rating === null ? "How did we do?" : "Is it fixed?"} id="outcome">
              <OutcomeCard
                id={id}
                isClosed={isClosed}
                isRated={request.rating !== null}
                confirm={confirmFixed}
                reopen={reopenOwn}
              />
            </Card>
          ) : null}
          <Card title="Progress">
            <RequestProgress request={request} latest={before === undefined ? history.items : []} />
          </Card>
          <Card title="Updates and messages" id="messages">
            <RequestTimeline
              {...history}
              address={`/requests/${id}`}
              isEarlier={before !== undefined}
              files={request.attachments}
              isCustomers
            />
          </Card>
          {isOpen(request.status) || request.status === "resolved" ? (
            <Card title="Message us" id="message-us">
              <MessageForm
                action={sendMessage}
                unsent={{ id, kind: "message", ...unsent.message }}
                isResolved={request.status === "resolved"}
                files={unsentFiles(viewer, request, history.items)}
                room={roomFor(request, "customer")}
              />
            </Card>
          ) : unsent.message.text ? (
            <Card title="Your unsent message">
              <Muted>This request has ended, so you can no longer send it. Copy what you need.</Muted>
              <p dir="auto" className="whitespace-pre-line wrap-anywhere">
                {unsent.message.text}
              </p>
            </Card>
          ) : null}
        </div>
        <div className="space-y-6">
          <Card title="Your request">
            <RequestFacts request={request} />
          </Card>
          <Card title="Files" id="request-files">
            <RequestFiles request={request} side="customer" address={`/requests/${id}`} problem={problem} />
          </Card>
        </div>
      </div>
      {request.deletable ? (
        <p className="flex flex-wrap gap-3">
          <ButtonLink href={`/requests/${id}/correct`} variant="secondary">
            Correct request
          </ButtonLink>
          <ButtonLink href={`/requests/${id}/cancel`} variant="secondary">
            Cancel request
          </ButtonLink>
          <ButtonLink href={`/requests/${id}/delete`} variant="secondary">
            Delete request
          </ButtonLink>
        </p>
      ) : null}
    </Page>
  )
}

const TOLD = new Map<unknown, string>([
  ["fixed", "Thank you for telling us"],
  ["not-fixed", "Thank you for telling us. We will look at it again"],
  ["cancelled", "Request cancelled"],
  ["corrected", "Request corrected"],
  ["file-removed", "File removed"],
])

/** What came of what they have just told us. */
function Told({ told, isNew }: { told: string | string[] | undefined; isNew: boolean }) {
  const title = TOLD.get(told)
  if (!title) return null
  return (
    <Notice tone="success" title={title}>
      {told === "not-fixed" && isNew
        ? "As some time has passed, we have made a new request from what you wrote."
        : null}
    </Notice>
  )
}
