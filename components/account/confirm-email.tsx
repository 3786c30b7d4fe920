"use client"

import { Form } from "@/components/ui/form"
import { Notice } from "@/components/ui/notice"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"

interface ConfirmEmailProps {
  /** Sends the link again. */
  action: FormAction
  title: string
}

/** Why something waits for the person who looks at it, and how to go on. */
export function ConfirmEmail({ action, title }: ConfirmEmailProps) {
  return (
    <Notice tone="warning" title={title}>
      <div className="space-y-3">
        <p>
          Follow the link in the e-mail we have sent to your address. We start on your requests as soon as you have;
          emergencies do not wait for it.
        </p>
        <Form
          action={action}
          prefix="confirm-"
          className=""
          outcome={() => <p className="mb-3 font-semibold">We have sent the e-mail again. The newest link works.</p>}
        >
          <Submit variant="secondary">Send the e-mail again</Submit>
        </Form>
      </div>
    </Notice>
  )
}
