import type { Metadata } from "next"
import { resendVerification } from "@/app/(account)/profile/verification"
import { ConfirmEmail } from "@/components/account/confirm-email"
import { OpenEmergencies } from "@/components/requests/open-emergencies"
import { pagesAround } from "@/components/requests/own-list-address"
import { OwnSearchForm } from "@/components/requests/own-search-form"
import { Reference } from "@/components/requests/reference"
import { RequestList } from "@/components/requests/request-list"
import { StatusTabs } from "@/components/requests/status-tabs"
import { UnfinishedRequests } from "@/components/requests/unfinished-requests"
import { ButtonLink } from "@/components/ui/button"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { RefreshOnChange } from "@/components/ui/refresh-on-change"
import { UnusedParts } from "@/components/ui/unused-parts"
import { load } from "@/lib/http/load"
import { understood } from "@/lib/http/understood"
import { contract } from "@/lib/model/operation"
import { RequestCounts, RequestsToCount } from "@/lib/requests/contract"
import { countRequests } from "@/lib/requests/count-requests"
import { listDrafts } from "@/lib/requests/drafts/list-drafts"
import { drafting } from "@/lib/requests/drafts/operations"
import { listRequests } from "@/lib/requests/list-requests"
import { requestOperations } from "@/lib/requests/operations"
import { readReference } from "@/lib/requests/reference"

export const metadata: Metadata = { title: "Your requests" }

const requests = load(requestOperations.listRequests, listRequests)
const counts = load(
  contract({
    access: "account",
    input: RequestsToCount,
    output: RequestCounts.optional(),
  }),
  countRequests,
)
const unfinished = load(drafting.list, listDrafts)

export default async function RequestsPage({ searchParams }: PageProps<"/requests">) {
  const { status, after, back, q, ...news } = await searchParams
  const { wanted, unused } = understood(requestOperations.listRequests.input, { status, after, q: only(q)?.trim() })
  const typed = only(wanted.q)
  const [{ items: listed, next }, emergencies, drafts, counted] = await Promise.all([
    requests(wanted),
    requests({ status: "open", priority: "emergency" }),
    unfinished(),
    counts({ q: typed }),
  ])
  const urgent = new Set(emergencies.items.map(({ id }) => id))
  const items = typed ? listed : listed.filter(({ id }) => !urgent.has(id))
  const current = only(wanted.status)
  const here = { status: current, q: typed, after: only(wanted.after), back: only(back) }
  const none = listed.length === 0 && !current && !typed && !wanted.after
  const isEmpty = none && urgent.size === 0
  return (
    <Page>
      <RefreshOnChange />
      <News {...news} />
      <UnusedParts unused={unused} />
      {/* An empty list has a button of its own. */}
      <PageTitle
        actions={
          isEmpty ? null : (
            <>
              <Link href="/profile/homes">Requests by home</Link>
              <ButtonLink href="/requests/new">New request</ButtonLink>
            </>
          )
        }
      >
        Your requests
      </PageTitle>
      <OpenEmergencies emergencies={emergencies.items} />
      {listed.some(({ waitsFor }) => waitsFor === "confirmation") ? (
        <ConfirmEmail action={resendVerification} title="Confirm your email address so that we can start" />
      ) : null}
      <UnfinishedRequests items={drafts.items} />
      {none ? null : <OwnSearchForm q={typed} status={current} />}
      {none ? null : <StatusTabs current={current} q={typed} counts={counted} />}
      {items.length > 0 || typed || urgent.size === 0 ? (
        <RequestList requests={items} filtered={!none} q={typed} />
      ) : null}
      <Pagination label="Requests" {...pagesAround(here, next)} />
    </Page>
  )
}

const only = (given: string | string[] | undefined) => (typeof given === "string" ? given : undefined)

/** A notice about the action on the page before. */
function News({ deleted, discarded, gone }: Record<string, string | string[] | undefined>) {
  const reference = typeof deleted === "string" && readReference(deleted)
  if (reference)
    return (
      <Notice
        tone="success"
        title={
          <>
            Request <Reference>{reference}</Reference> deleted
          </>
        }
      />
    )
  if (discarded) return <Notice tone="success" title="Unfinished request discarded" />
  if (gone)
    return (
      <Notice title="This unfinished request no longer exists">It was sent and deleted, or it was discarded.</Notice>
    )
  return null
}
