"use client"

import { Form } from "@/components/ui/form"
import { Notice } from "@/components/ui/notice"
import { Submit } from "@/components/ui/submit"
import type { Proposed } from "@/lib/dispatch/outcome/contract"
import type { FormAction } from "@/lib/http/form-state"

interface ProposalNoticeProps {
  proposal: Pick<Proposed, "colleague" | "reason" | "proposedBy" | "request">
  assign: FormAction
}

/** Who is proposed for a request, for supervisors to assign by one press. */
export const ProposalNotice = ({ proposal, assign }: ProposalNoticeProps) => (
  <Notice
    title={
      <>
        {proposal.proposedBy?.name ?? "A colleague"} proposes {proposal.colleague.name}
      </>
    }
  >
    <p dir="auto" className="wrap-anywhere whitespace-pre-line">
      {proposal.reason}
    </p>
    <Form action={assign} prefix="proposed-" className="pt-1">
      <input type="hidden" name="id" value={proposal.request.id} />
      <input type="hidden" name="version" value={proposal.request.version} />
      <input type="hidden" name="assigneeId" value={proposal.colleague.id} />
      <Submit variant="secondary">Assign to {proposal.colleague.name}</Submit>
    </Form>
  </Notice>
)
