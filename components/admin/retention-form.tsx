import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { SeenVersion } from "@/components/ui/seen-version"
import type { FormAction } from "@/lib/http/form-state"
import type { Retention } from "@/lib/oversight/privacy/retention-settings"
import type { Settings } from "@/lib/oversight/settings/contract"

interface RetentionFormProps {
  action: FormAction
  settings: Settings & { version: number }
}

interface Time {
  name: keyof Retention
  label: string
  hint?: string
  optional?: true
}

const FOREVER = "Leave empty to keep permanently."

const TIMES: readonly Time[] = [
  { name: "sessionDays", label: "Sessions, days after they end" },
  { name: "draftDays", label: "Unsent requests, messages and notes, days after last change" },
  { name: "mailDays", label: "Emails kept here, days" },
  { name: "deadJobDays", label: "Failed jobs, days after last attempt" },
  { name: "invitationDays", label: "Used or expired invitations, days", hint: FOREVER, optional: true },
  {
    name: "closedRequestMonths",
    label: "Text and files in closed requests, months after last change",
    hint: `Titles, descriptions, notes, addresses and attachments are erased. This cannot be undone. ${FOREVER}`,
    optional: true,
  },
  {
    name: "eventAddressMonths",
    label: "Network addresses in timelines, months",
    hint: `The audit log keeps its own copy. ${FOREVER}`,
    optional: true,
  },
]

/** For how long data is kept. The rules themselves, and what is kept for good, stand in lib/oversight/privacy/retention-rules.ts. */
export function RetentionForm({ action, settings: { retention, version } }: RetentionFormProps) {
  return (
    <Form action={action} prefix="retention-" submit="Save retention" className="space-y-6">
      <SeenVersion version={version} />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {TIMES.map(({ name, label, hint, optional }) => (
          <Field
            key={name}
            name={name}
            label={label}
            hint={hint}
            optional={optional}
            inputMode="numeric"
            width="short"
            defaultValue={retention[name]?.toString()}
          />
        ))}
      </div>
    </Form>
  )
}
