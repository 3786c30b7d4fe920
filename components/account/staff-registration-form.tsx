"use client"

import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import type { FormAction } from "@/lib/http/form-state"
import { Agreement } from "./agreement"
import { CredentialFields, PersonFields } from "./person-fields"

interface StaffFormProps {
  action: FormAction
  /** As the link of an invitation brings it. */
  invitationCode?: string
}

export function StaffRegistrationForm({ action, invitationCode = "" }: StaffFormProps) {
  return (
    <Form action={action} contract={contract} values={{ invitationCode }} submit="Register">
      <Field
        name="invitationCode"
        label="Invitation code"
        optional
        hint="Four groups of six letters and digits. Without a code, an administrator must approve your account."
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        width="medium"
      />
      <PersonFields phoneHint="So that colleagues can call you. For example, 0151 496 0000" />
      <CredentialFields hint="If you have an invitation, use the address it was sent to" />
      <Agreement />
    </Form>
  )
}

const contract = () => import("@/lib/identity/registration/contract").then(({ StaffApplication }) => StaffApplication)
