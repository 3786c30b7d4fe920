"use client"

import { CodeField } from "@/components/account/code-field"
import { EmailText } from "@/components/ui/email-text"
import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { PasswordField } from "@/components/ui/password-field"
import type { FormAction } from "@/lib/http/form-state"

interface EmailFormProps {
  action: FormAction
  /** The present address. */
  email: string
  /** Whether the account has a second factor, whose code is asked for too. */
  withCode: boolean
}

export function EmailForm({ action, email, withCode }: EmailFormProps) {
  return (
    <Form action={action} contract={contract} submit="Send link" aside={<Link href="/profile">Cancel</Link>}>
      <p>
        Your email address now:{" "}
        <strong>
          <EmailText>{email}</EmailText>
        </strong>
      </p>
      <Field
        name="email"
        label="New email address"
        type="email"
        autoComplete="email"
        spellCheck={false}
        width="medium"
      />
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
      <PasswordField
        name="currentPassword"
        label="Current password"
        hint="We ask for this to protect your account"
        autoComplete="current-password"
      />
      {withCode ? <CodeField hint="6 digits. You can use a recovery code instead." /> : null}
    </Form>
  )
}

const contract = () => import("@/lib/identity/email-change/contract").then(({ EmailChange }) => EmailChange)
