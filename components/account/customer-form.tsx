"use client"

import { Agreement } from "@/components/account/agreement"
import { CredentialFields, PersonFields } from "@/components/account/person-fields"
import { PremisesFields } from "@/components/requests/premises-fields"
import { Form } from "@/components/ui/form"
import type { FormAction } from "@/lib/http/form-state"

interface CustomerFormProps {
  action: FormAction
  next?: string
}

export function CustomerForm({ action, next }: CustomerFormProps) {
  return (
    <Form action={action} contract={contract} submit="Create account" className="mt-8 space-y-10">
      <input type="hidden" name="next" value={next ?? ""} />
      <fieldset className="space-y-6">
        <legend className="mb-4 text-xl font-bold">About you</legend>
        <PersonFields />
        <CredentialFields />
      </fieldset>
      <fieldset className="space-y-6">
        <legend className="mb-4 text-xl font-bold">Where your gas is supplied</legend>
        <PremisesFields />
      </fieldset>
      <Agreement />
    </Form>
  )
}

const contract = () =>
  import("@/lib/identity/registration/contract").then(({ CustomerToRegister }) => CustomerToRegister)
