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
          Follow the link in the email we sent you. This lets us reach you and start work on your requests. We deal with
          emergencies straight away, confirmed or not.
        </p>
        <Form
          action={action}
          prefix="confirm-"
          className=""
          outcome={() => (
            <p className="mb-3 font-semibold">We have sent the email again. Only the newest link works.</p>
          )}
        >
          <Submit variant="secondary">Send the email again</Submit>
        </Form>
      </div>
    </Notice>
  )
}
