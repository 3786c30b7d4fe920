import { Radios } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import type { FormAction } from "@/lib/http/form-state"

interface AbsenceFormProps {
  action: FormAction
  id: string
}

/** Dates and times are the browser's own fields, on the clock of the utility. */
export function AbsenceForm({ action, id }: AbsenceFormProps) {
  return (
    <Form action={action} prefix="absence-" submit="Add absence" className="space-y-5">
      <input type="hidden" name="id" value={id} />
      <div className="grid grid-cols-1 gap-x-6 gap-y-5 sm:grid-cols-2">
        <Field name="from" type="datetime-local" label="Absent from" />
        <Field
          name="until"
          type="datetime-local"
          label="Back at"
          optional
          hint="Leave this empty if you do not know yet."
        />
      </div>
      <Radios
        name="started"
        label="Requests already started"
        options={[
          { value: "keep", label: "Keep them" },
          { value: "reassign", label: "Reassign them now", hint: "If the absence has begun" },
        ]}
        defaultValue="keep"
      />
      <Field name="reason" label="Reason" optional hint="Visible to supervisors only." maxLength={200} />
    </Form>
  )
}
