"use client"

import { SecretOnce } from "@/components/admin/secret-once"
import { Checkboxes, Radios } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Select } from "@/components/ui/select"
import { SentOnce } from "@/components/ui/sent-once"
import { Textarea } from "@/components/ui/textarea"
import type { FormAction } from "@/lib/http/form-state"
import { SCOPE_NAMES, SCOPES, type Scope } from "@/lib/model/scope"

const loadContract = () => import("@/lib/identity/keys/contract").then(({ KeyFields }) => KeyFields)

const HINTS: Record<Scope, string> = {
  "requests:read": "Requests, their timelines and files",
  "requests:write":
    "Send requests and customers’ messages, attach files, delete received requests; includes reading them",
  "requests:work":
    "Write to customers, change status and assign requests, which includes reading them; whole utility only",
  "notes:read": "Notes that staff keep from customers; whole utility only",
  "notes:write": "Leave notes for staff, which includes reading them; whole utility only",
  "customers:read": "Names, contact details and premises",
  "customers:write": "Add customers and invite them to the portal, which includes reading them; whole utility only",
  "premises:read": "Addresses with their meters, customers, requests and notes for engineers; whole utility only",
  "premises:write": "Write notes for engineers, which includes reading premises; whole utility only",
  "needs:read":
    "What makes a visit or being without gas harder, and the language to speak; never the password for visits",
  "mails:write": "For your mail server: emails that answer ours become messages; whole utility only",
}

const REACHES = [
  { value: "customers", label: "Customers named below" },
  { value: "utility", label: "The whole utility", hint: "Every customer and every request" },
]

const LIFETIMES = [
  { value: "30", label: "In 30 days" },
  { value: "90", label: "In 90 days" },
  { value: "365", label: "In 1 year" },
]

/** The secret is shown here once, and stands in no address of ours and in no history. */
export function KeyForm({ action }: { action: FormAction }) {
  return (
    <Form
      action={action}
      contract={loadContract}
      submit="Create key"
      aside={<Link href="/admin/keys">Cancel</Link>}
      outcome={(result) => <SecretOnce {...result} />}
    >
      <SentOnce />
      <Field name="name" label="Used by" hint="Such as “Call centre”. Shown in request histories." />
      <Checkboxes
        name="scopes"
        label="Access"
        options={SCOPES.map((value) => ({ value, label: SCOPE_NAMES[value], hint: HINTS[value] }))}
      />
      <Radios name="reach" label="Covers" options={REACHES} />
      <Textarea
        name="customers"
        label="Customers"
        hint="One email address per line. Leave empty for the whole utility."
        optional
        rows={4}
        spellCheck={false}
      />
      <Field
        name="filingsPerHour"
        label="Requests an hour"
        hint="Emergencies are never refused."
        type="number"
        inputMode="numeric"
        min={1}
        defaultValue="600"
      />
      <Select name="expiresInDays" label="Expires" options={LIFETIMES} placeholder="Never" defaultValue="365" />
    </Form>
  )
}
