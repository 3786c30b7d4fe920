"use client"

import { TakeButton } from "@/components/requests/take-button"
import { Grip } from "@/components/team/grip"
import { Pick } from "@/components/team/pick"
import { Age } from "@/components/ui/age"
import { Card } from "@/components/ui/card"
import { ListLink } from "@/components/ui/link"
import type { UnassignedRequest } from "@/lib/dispatch/team/contract"
import { CATEGORIES, PRIORITY_NAMES } from "@/lib/model/category"

/** Rows are made in the browser once more, from what is told here: that is far less than the rows. */
export interface QueueRow
  extends Pick<UnassignedRequest, "id" | "reference" | "title" | "category" | "priority" | "createdAt" | "why"> {
  /** Missing while it is offered to somebody: it is taken then, and not assigned. */
  version?: number
  emergency?: EmergencyFacts
}

/** What is told of an emergency that nobody has. */
export interface EmergencyFacts {
  address: string
  /** How often it was reported again, and what else there is around it. */
  reports?: string
  takes: boolean
  version: number
  askedAgain: boolean
}

function Row({ request }: { request: QueueRow }) {
  const { id, reference, title, category, priority, createdAt, why, version, emergency } = request
  return (
    <tr className={priority === "emergency" ? "alarming" : undefined}>
      <th scope="row">
        {version === undefined ? null : (
          <>
            <Grip request={{ id, version }} />
            <Pick request={{ id, version, reference }} />
          </>
        )}
        <ListLink href={`/desk/requests/${id}`} dir="auto">
          {title}
        </ListLink>
        <small>{`${reference} · ${CATEGORIES[category].name}`}</small>
        {emergency ? <Facts emergency={emergency} /> : null}
      </th>
      <td>
        {emergency?.takes ? <TakeButton emergency={{ ...emergency, id, reference }} /> : null}
        {why}
        <small>
          {`${PRIORITY_NAMES[priority]}${priority === "emergency" ? "" : " priority"} · `}
          <Age since={createdAt} />
        </small>
      </td>
    </tr>
  )
}

const Facts = ({ emergency }: { emergency: EmergencyFacts }) => (
  <>
    <p>{emergency.address}</p>
    {emergency.reports ? <strong>{emergency.reports}</strong> : null}
  </>
)

/** The unassigned queue, most urgent first, with the reason for each request. */
export const QueueTable = ({ requests }: { requests: readonly QueueRow[] }) => (
  <Card title="Unassigned" flush>
    {requests.length > 0 ? (
      <table className="queue-rows">
        <caption className="sr-only">Unassigned requests</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Request</th>
            <th scope="col">Why it is unassigned</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <Row key={request.id} request={request} />
          ))}
        </tbody>
      </table>
    ) : (
      <p className="px-4 py-5 sm:px-6">No unassigned requests.</p>
    )}
  </Card>
)
