import { Card } from "@/components/ui/card"
import { EmailText } from "@/components/ui/email-text"
import { Form } from "@/components/ui/form"
import { Icon } from "@/components/ui/icon"
import { Link, PhoneLink } from "@/components/ui/link"
import { Muted } from "@/components/ui/muted"
import { Submit } from "@/components/ui/submit"
import type { StaffMember } from "@/lib/dispatch/staff/contract"
import type { FormAction } from "@/lib/http/form-state"

interface WaitingStaffProps {
  action: FormAction
  staff: readonly StaffMember[]
  /** There are more than are shown. */
  more: boolean
}

/** People who registered without an invitation: they see nothing until somebody decides. */
export function WaitingStaff({ action, staff, more }: WaitingStaffProps) {
  if (staff.length === 0) return null
  return (
    <Card title={`Waiting for approval (${staff.length}${more ? "+" : ""})`} flush>
      <ul className="divide-y divide-line">
        {staff.map(({ id, name, email, phone }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 px-4 py-4 sm:px-6">
            <div className="min-w-0">
              <p className="font-semibold wrap-anywhere">
                <Link href={`/admin/staff/${id}`}>
                  <bdi>{name}</bdi>
                </Link>
              </p>
              <Muted small className="wrap-anywhere">
                <EmailText>{email}</EmailText>, <PhoneLink number={phone} />
              </Muted>
            </div>
            <div className="flex flex-wrap gap-3">
              <Decision action={action} id={id} name={name} state="active" />
              <Decision action={action} id={id} name={name} state="disabled" />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface DecisionProps {
  action: FormAction
  id: string
  name: string
  state: "active" | "disabled"
}

function Decision({ action, id, name, state }: DecisionProps) {
  const approves = state === "active"
  return (
    <Form action={action} prefix={`${state}-${id}-`} className="contents">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="state" value={state} />
      <Submit variant={approves ? "primary" : "secondary"}>
        {approves ? <Icon name="user-round-check" /> : null}
        {approves ? "Approve" : "Refuse"}
        <span className="sr-only"> {name}</span>
      </Submit>
    </Form>
  )
}
