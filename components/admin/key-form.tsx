"use client"

import { SecretOnce } from "@/components/admin/secret-once"
import { Checkboxes, Radios } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Select } from "@/components/ui/select"
import { Textarea } from "@/components/ui/textarea"
import type { FormAction } from "@/lib/http/form-state"
import { SCOPE_NAMES, SCOPES, type Scope } from "@/lib/model/scope"

const loadContract = () => import("@/lib/identity/keys/contract").then(({ KeyForm }) => KeyForm)

const HINTS: Record<Scope, string> = {
  "requests:read": "Requests, their timelines and files",
  "requests:write": "File requests, attach files, delete what is pending",
  "requests:work": "Change the status and who works on it; for the whole utility only",
  "customers:read": "Names, contact details and premises",
}

const REACHES = [
  { value: "customers", label: "Customers named below" },
  { value: "utility", label: "The whole utility", hint: "Every customer and every request" },
]

const LIFETIMES = [
  { value: "30", label: "In 30 days" },
  { value: "90", label: "In 90 days" },
  { value: "365", label: "In a year" },
]

/** The secret is shown here once, and stands in no address of ours and in no history. */
export function KeyForm({ action }: { action: FormAction }) {
  return (
    <Form
      action={action}
      contract={loadContract}
      submit="Make the key"
      aside={<Link href="/admin/keys">Cancel</Link>}
      outcome={(result) => <SecretOnce {...result} />}
    >
      <Field name="name" label="Who will use it" hint="Shown in the history of requests, such as “Call centre”." />
      <Checkboxes
        name="scopes"
        label="What it may do"
        options={SCOPES.map((value) => ({ value, label: SCOPE_NAMES[value], hint: HINTS[value] }))}
      />
      <Radios name="reach" label="For whom it acts" options={REACHES} />
      <Textarea
        name="customers"
        label="Customers"
        hint="Their e-mail addresses, one a line. Leave this empty for the whole utility."
        optional
        rows={4}
        spellCheck={false}
      />
      <Select name="expiresInDays" label="Expires" options={LIFETIMES} placeholder="Never" defaultValue="365" />
    </Form>
  )
}
