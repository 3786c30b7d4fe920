import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import type { TakenRequest } from "@/lib/dispatch/calls/contract"

/** What to tell the caller once their request is sent. */
export function TakenNotice({ request }: { request: TakenRequest }) {
  const { id, reference, customer, assignee, alerted, priority, readable } = request
  const isEmergency = priority === "emergency"
  return (
    <Notice
      tone={alerted === false ? "danger" : "success"}
      title={
        <>
          {isEmergency ? "Emergency" : "Request"}{" "}
          {readable ? <Link href={`/desk/requests/${id}`}>{reference}</Link> : reference} sent for{" "}
          <bdi>{customer.name}</bdi>
        </>
      }
    >
      {alerted === false
        ? "No one on duty could be alerted. All supervisors have been emailed: call one now."
        : assignee
          ? `Assigned to ${assignee.name}. Give the caller the reference.`
          : "Not assigned yet. Give the caller the reference."}
    </Notice>
  )
}
