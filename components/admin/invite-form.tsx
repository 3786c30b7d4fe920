"use client"

import { Radios } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { Notice } from "@/components/ui/notice"
import type { FormAction } from "@/lib/http/form-state"

const loadContract = () => import("@/lib/accounts/contract").then(({ InvitationToMake }) => InvitationToMake)

/** The code is shown here once, and stands in no address of ours and in no history. */
export function InviteForm({ action }: { action: FormAction }) {
  return (
    <Form
      action={action}
      contract={loadContract}
      submit="Make an invitation"
      className="mt-6 space-y-5 first:mt-0"
      outcome={({ email, code, link }) => <Outcome email={email} code={code} link={link} />}
    >
      <Field name="email" type="email" label="E-mail address" hint="The code works for this address only." />
      <Radios
        name="role"
        label="Role"
        options={[
          { value: "staff", label: "Support staff", hint: "Works the requests assigned to them" },
          { value: "supervisor", label: "Supervisor", hint: "Sees all requests and can hand them over" },
        ]}
        defaultValue="staff"
      />
    </Form>
  )
}

function Outcome({ email, code, link }: { email?: string; code?: string; link?: string }) {
  return (
    <Notice tone="success" title={`Send this to ${email}`}>
      <p>It is shown this once. It works once, within seven days.</p>
      <dl className="mt-3 space-y-3">
        <div>
          <dt className="font-semibold">Code</dt>
          <dd className="font-mono text-lg select-all">{code}</dd>
        </div>
        <div>
          <dt className="font-semibold">Link</dt>
          <dd className="wrap-anywhere select-all">{link}</dd>
        </div>
      </dl>
    </Notice>
  )
}
