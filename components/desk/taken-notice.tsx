import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Submit } from "@/components/ui/submit"
import type { TakenRequest } from "@/lib/dispatch/calls/contract"
import type { FormAction } from "@/lib/http/form-state"

interface TakenNoticeProps {
  request: TakenRequest
  /** Says which customer has called. */
  name: FormAction
}

/** What to tell the caller once their request is sent, and to ask them where it is not known who they are. */
export function TakenNotice({ request, name }: TakenNoticeProps) {
  const { id, reference, customer, assignee, alerted, priority, readable, isNobodys, mayBe } = request
  const isEmergency = priority === "emergency"
  return (
    <Notice
      tone={alerted === false ? "danger" : "success"}
      title={
        <>
          {isEmergency ? "Emergency" : "Request"}{" "}
          {readable ? <Link href={`/desk/requests/${id}`}>{reference}</Link> : reference}{" "}
          {isNobodys ? (
            "sent. Caller not identified"
          ) : (
            <>
              sent for <bdi>{customer.name}</bdi>
            </>
          )}
        </>
      }
    >
      {alerted === false
        ? "No one on duty could be alerted. All supervisors have been emailed: call one now."
        : assignee
          ? `Assigned to ${assignee.name}. Give the caller the reference.`
          : "Not assigned yet. Give the caller the reference."}
      {mayBe.map((one) => (
        <Form
          key={one.id}
          action={name}
          prefix={`caller-${one.id}-`}
          className="flex flex-wrap items-center gap-3 pt-2"
        >
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="customerId" value={one.id} />
          <span>
            This number belongs to <bdi>{one.name}</bdi>
            {one.address ? `, ${one.address}` : null}. Is it them?
          </span>
          <Submit variant="secondary">
            Yes <span className="sr-only">, it is {one.name}</span>
          </Submit>
        </Form>
      ))}
    </Notice>
  )
}
