"use client"

import { CodeField, RecoveryCodeField } from "@/components/account/code-field"
import { Form } from "@/components/ui/form"
import type { FormAction } from "@/lib/http/form-state"

interface CodeFormProps {
  action: FormAction
  /** Asks for a recovery code instead. */
  recovery: boolean
  /** Where the person wanted to go. */
  next?: string
}

/** The second step of signing in. */
export function CodeForm({ action, recovery, next }: CodeFormProps) {
  return (
    <Form action={action} submit="Sign in">
      <input type="hidden" name="next" value={next ?? ""} />
      {recovery ? <RecoveryCodeField /> : <CodeField />}
    </Form>
  )
}
