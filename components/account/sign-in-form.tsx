"use client"

import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { PasswordField } from "@/components/ui/password-field"
import type { FormAction } from "@/lib/http/form-state"

interface SignInFormProps {
  action: FormAction
  /** Where the person wanted to go. */
  next?: string
}

/** Nothing here is worth sending a validator for: the server answers as soon. */
export function SignInForm({ action, next }: SignInFormProps) {
  return (
    <Form action={action} submit="Sign in">
      <input type="hidden" name="next" value={next ?? ""} />
      <Field
        name="email"
        label="Email address"
        type="email"
        autoComplete="username"
        spellCheck={false}
        width="medium"
      />
      <PasswordField name="password" label="Password" autoComplete="current-password" />
    </Form>
  )
}
