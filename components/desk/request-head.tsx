import type { ReactNode } from "react"
import { BackToList } from "@/components/desk/back-to-list"
import { clockInWords, clockLook } from "@/components/desk/clock-words"
import { DeskKeys } from "@/components/desk/desk-keys"
import { PresenceLine } from "@/components/desk/presence-line"
import { StateNow } from "@/components/desk/state-now"
import { PriorityBadge } from "@/components/requests/priority-badge"
import { Reference } from "@/components/requests/reference"
import { CopyButton } from "@/components/ui/copy-button"
import { Link } from "@/components/ui/link"
import { isOpen } from "@/lib/model/status"
import type { ClockSummary } from "@/lib/oversight/service-levels/contract"
import type { ServiceRequest } from "@/lib/requests/contract"

interface RequestHeadProps {
  request: ServiceRequest
  clocks: readonly ClockSummary[]
  /** Where closing it leads to, when it is shown beside its list: the list has the keys then. */
  list?: string | undefined
  /** What can be done with it. */
  children: ReactNode
}

/** What a request is, how it stands, whose it is and when it is due. */
export function RequestHead({ request, clocks, list, children }: RequestHeadProps) {
  const { id, reference, title, priority, status, assignee } = request
  const next = isOpen(status) ? nextOf(clocks) : undefined
  return (
    <header>
      <div className="place" data-copy>
        {list === undefined ? (
          <BackToList />
        ) : (
          <Link href={list} scroll={false} data-close>
            Close
          </Link>
        )}{" "}
        <Reference>{reference}</Reference>
        <CopyButton text={reference} label="Copy reference" />
        <Link href={`/desk/requests/${id}/job-sheet`}>Job sheet</Link>
        {list === undefined ? <DeskKeys of="request" /> : <Link href={`/desk/requests/${id}`}>Full page</Link>}
        <PresenceLine key={id} id={id} />
      </div>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <div className="state">
        <PriorityBadge priority={priority} />
        <StateNow status={status} assignee={assignee?.name} />
        {next ? <span className={`clock ${clockLook(next)}`}>{clockInWords(next)}</span> : null}
      </div>
      {children}
    </header>
  )
}

/** The clock due first; those that pause come last. */
const nextOf = (clocks: readonly ClockSummary[]): ClockSummary | undefined =>
  clocks.filter(({ metAt }) => metAt === null).toSorted((a, b) => timeOf(a) - timeOf(b))[0]

const timeOf = ({ dueAt }: ClockSummary): number => (dueAt ? new Date(dueAt).getTime() : Number.MAX_SAFE_INTEGER)
