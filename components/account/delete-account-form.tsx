"use client"

import { CodeField } from "@/components/account/code-field"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { PasswordField } from "@/components/ui/password-field"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"

interface DeleteAccountFormProps {
  action: FormAction
  email: string
  /** Whether an emergency is open, which is asked about once more. */
  hasEmergency: boolean
  /** Whether it takes a code as well. */
  hasFactor: boolean
}

export function DeleteAccountForm({ action, email, hasEmergency, hasFactor }: DeleteAccountFormProps) {
  return (
    <Form action={action} contract={contract}>
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
      <PasswordField
        name="currentPassword"
        label="Current password"
        hint="We ask for this to protect your account"
        autoComplete="current-password"
      />
      {hasFactor ? <CodeField hint="6 digits. You can use a recovery code instead." /> : null}
      <div className="flex flex-wrap items-center gap-4 pt-2">
        <Submit variant="danger">{hasEmergency ? "Everyone is safe – delete account" : "Delete account"}</Submit>
        <Link href="/profile">Keep account</Link>
      </div>
    </Form>
  )
}

const contract = () => import("@/lib/oversight/privacy/contract").then(({ Deletion }) => Deletion)
