"use client"

import { Reference } from "@/components/requests/reference"
import { Card } from "@/components/ui/card"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Submit } from "@/components/ui/submit"
import type { Proposed } from "@/lib/dispatch/outcome/contract"
import type { FormAction } from "@/lib/http/form-state"

interface ProposalListProps {
  proposals: readonly Omit<Proposed, "createdAt">[]
  assign: FormAction
}

/** Who is proposed for which request, each to be assigned by one press. */
export const ProposalList = ({ proposals, assign }: ProposalListProps) => (
  <Card title="Proposed reassignments">
    <ul className="divide-y divide-line">
      {proposals.map(({ request, colleague, proposedBy, assignee, reason }) => (
        <li key={request.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
          <div className="min-w-0">
            <p>
              <Link href={`/desk/requests/${request.id}`} className="min-h-target">
                <Reference>{request.reference}</Reference> <bdi>{request.title}</bdi>
              </Link>
            </p>
            <p className="text-sm text-muted">
              {assignee ? `Assigned to ${assignee.name}. ` : "Unassigned. "}
              {proposedBy?.name ?? "A colleague"}: <bdi className="wrap-anywhere">{reason}</bdi>
            </p>
          </div>
          <Form action={assign} prefix={`proposed-${request.id}-`} className="contents">
            <input type="hidden" name="id" value={request.id} />
            <input type="hidden" name="version" value={request.version} />
            <input type="hidden" name="assigneeId" value={colleague.id} />
            <Submit variant="secondary">Assign to {colleague.name}</Submit>
          </Form>
        </li>
      ))}
    </ul>
  </Card>
)
