import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { SeenVersion } from "@/components/ui/seen-version"
import type { FormAction } from "@/lib/http/form-state"
import type { Settings } from "@/lib/oversight/settings/contract"

interface OutcomeDaysFormProps {
  action: FormAction
  settings: Settings & { version: number }
}

/** How long customers have after a request is resolved. */
export const OutcomeDaysForm = ({ action, settings: { closeDays, reopenDays, version } }: OutcomeDaysFormProps) => (
  <Form action={action} prefix="days-" submit="Save days" className="space-y-6">
    <SeenVersion version={version} />
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      <Field
        name="closeDays"
        label="Days until a resolved request is closed"
        hint="If the customer does not reply."
        inputMode="numeric"
        width="short"
        defaultValue={String(closeDays)}
      />
      <Field
        name="reopenDays"
        label="Days in which customers can reopen it"
        hint="Later, a new request follows it up."
        inputMode="numeric"
        width="short"
        defaultValue={String(reopenDays)}
      />
    </div>
  </Form>
)
