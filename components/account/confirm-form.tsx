"use client"

import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { PasswordField } from "@/components/ui/password-field"
import type { FormAction } from "@/lib/http/form-state"

interface ConfirmFormProps {
  action: FormAction
  email: string
  /** The page to return to. */
  next?: string
  /** Whether a code of the app does as well as the password. */
  hasFactor: boolean
}

export function ConfirmForm({ action, email, next, hasFactor }: ConfirmFormProps) {
  return (
    <Form action={action} submit="Confirm">
      <input type="hidden" name="next" value={next ?? ""} />
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
      <PasswordField name="currentPassword" label="Current password" autoComplete="current-password" />
      {hasFactor ? (
        <Field
          name="code"
          label="Or a code from your app"
          hint="6 digits. You can use a recovery code instead."
          optional
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          width="short"
        />
      ) : null}
    </Form>
  )
}
