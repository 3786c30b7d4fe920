"use client"

import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import type { FormAction } from "@/lib/http/form-state"

export function ForgotForm({ action }: { action: FormAction }) {
  return (
    <Form action={action} submit="Send me a link">
      <Field
        name="email"
        label="E-mail address"
        hint="The one you sign in with"
        type="email"
        autoComplete="username"
        spellCheck={false}
        width="medium"
      />
    </Form>
  )
}
