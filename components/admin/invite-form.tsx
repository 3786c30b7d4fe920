"use client"

import { NewCode } from "@/components/admin/new-code"
import { Radios } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import type { FormAction } from "@/lib/http/form-state"

const loadContract = () =>
  import("@/lib/identity/invitations/contract").then(({ InvitationToMake }) => InvitationToMake)

export function InviteForm({ action }: { action: FormAction }) {
  return (
    <Form
      action={action}
      contract={loadContract}
      submit="Send invitation"
      className="mt-6 space-y-5 first:mt-0"
      outcome={({ email, code, link }) => <NewCode email={email} code={code} link={link} />}
    >
      <Field name="email" type="email" label="Email address" hint="The code works for this address only." />
      <Radios
        name="role"
        label="Role"
        options={[
          { value: "staff", label: "Support staff", hint: "Works on requests assigned to them" },
          { value: "supervisor", label: "Supervisor", hint: "Sees all requests and can reassign them" },
        ]}
        defaultValue="staff"
      />
    </Form>
  )
}
