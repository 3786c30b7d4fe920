"use client"

import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { PasswordField } from "@/components/ui/password-field"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"

export function DeleteAccountForm({ action, email }: { action: FormAction; email: string }) {
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
      <div className="flex flex-wrap items-center gap-4 pt-2">
        <Submit variant="danger">Delete account</Submit>
        <Link href="/profile">Keep account</Link>
      </div>
    </Form>
  )
}

const contract = () => import("@/lib/oversight/privacy/contract").then(({ Deletion }) => Deletion)
