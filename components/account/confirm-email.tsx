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
          Follow the link in the letter we have sent to your e-mail address. We start on your requests as soon as you
          have; emergencies do not wait for it.
        </p>
        <Form
          action={action}
          prefix="confirm-"
          className=""
          outcome={() => <p className="mb-3 font-semibold">We have sent the letter again. The newest link works.</p>}
        >
          <Submit variant="secondary">Send the letter again</Submit>
        </Form>
      </div>
    </Notice>
  )
}
