"use client"

import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import type { FormAction } from "@/lib/http/form-state"

/** Asks where to send a link. */
export function SendLinkForm({ action, hint }: { action: FormAction; hint: string }) {
  return (
    <Form action={action} submit="Send link">
      <Field
        name="email"
        label="Email address"
        hint={hint}
        type="email"
        autoComplete="username"
        spellCheck={false}
        width="medium"
      />
    </Form>
  )
}
