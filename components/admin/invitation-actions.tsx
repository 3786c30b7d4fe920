"use client"

import { NewCode } from "@/components/admin/new-code"
import { Form } from "@/components/ui/form"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"
import { shownEmail } from "@/lib/model/shown-email"

export interface InvitationVerbs {
  resend: FormAction
  revoke: FormAction
}

interface InvitationActionsProps extends InvitationVerbs {
  id: string
  email: string
}

/** Actions for an invitation that nobody has used. */
export function InvitationActions({ id, email, resend, revoke }: InvitationActionsProps) {
  return (
    <div className="flex min-w-0 flex-wrap justify-end gap-2 text-left md:justify-start">
      <Form
        action={resend}
        prefix={`resend-${id}-`}
        className="contents"
        outcome={(made) => <NewCode email={made.email} code={made.code} link={made.link} />}
      >
        <input type="hidden" name="id" value={id} />
        <Submit variant="secondary">
          Send again<span className="sr-only"> to {shownEmail(email)}</span>
        </Submit>
      </Form>
      <Form action={revoke} prefix={`revoke-${id}-`} className="contents">
        <input type="hidden" name="id" value={id} />
        <Submit variant="secondary">
          Revoke<span className="sr-only"> invitation for {shownEmail(email)}</span>
        </Submit>
      </Form>
    </div>
  )
}
