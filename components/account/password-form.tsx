"use client"

import { NewPasswordField } from "@/components/account/new-password-field"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { PasswordField } from "@/components/ui/password-field"
import type { FormAction } from "@/lib/http/form-state"

export function PasswordForm({ action, email }: { action: FormAction; email: string }) {
  return (
    <Form action={action} contract={contract} submit="Change password" aside={<Link href="/profile">Cancel</Link>}>
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
      <PasswordField name="currentPassword" label="Current password" autoComplete="current-password" />
      <NewPasswordField name="newPassword" label="New password" />
    </Form>
  )
}

const contract = () => import("@/lib/identity/passwords/contract").then(({ PasswordChange }) => PasswordChange)
