"use client"

import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { Notice } from "@/components/ui/notice"
import type { FormAction } from "@/lib/http/form-state"

interface InviteCustomerFormProps {
  action: FormAction
  id: string
  email: string | null
}

/** Invites a customer who cannot sign in yet. */
export const InviteCustomerForm = ({ action, id, email }: InviteCustomerFormProps) => (
  <Form
    action={action}
    prefix="invite-"
    submit="Send invitation"
    values={email ? { email } : undefined}
    className="max-w-text space-y-4"
    outcome={({ email: to }) => <Notice tone="success" title={`Invitation sent to ${to}`} />}
  >
    <input type="hidden" name="id" value={id} />
    <Field
      name="email"
      type="email"
      label="Email"
      hint="We email a link to choose a password and see their requests. It works for 7 days."
      autoComplete="off"
      width="medium"
    />
  </Form>
)
