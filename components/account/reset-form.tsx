"use client"

import { NewPasswordField } from "@/components/account/new-password-field"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import type { FormAction } from "@/lib/http/form-state"

interface ResetFormProps {
  action: FormAction
  token: string
  email: string
  /** It is their first one. */
  invited: boolean
}

export function ResetForm({ action, token, email, invited }: ResetFormProps) {
  return (
    <Form
      action={action}
      contract={contract}
      submit={invited ? "Save password" : "Change password"}
      aside={invited ? undefined : <Link href="/forgot">Ask for a new link</Link>}
    >
      <input type="hidden" name="token" value={token} />
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
      <NewPasswordField name="newPassword" label={invited ? "Password" : "New password"} />
    </Form>
  )
}

const contract = () => import("@/lib/identity/passwords/contract").then(({ Reset }) => Reset)
