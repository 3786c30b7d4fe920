"use client"

import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import type { FormAction } from "@/lib/http/form-state"

export function ForgotForm({ action }: { action: FormAction }) {
  return (
    <Form action={action} submit="Send link">
      <Field
        name="email"
        label="Email address"
        hint="The address you use to sign in"
        type="email"
        autoComplete="username"
        spellCheck={false}
        width="medium"
      />
    </Form>
  )
}
