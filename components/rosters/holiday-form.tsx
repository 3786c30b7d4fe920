import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import type { FormAction } from "@/lib/http/form-state"

export function HolidayForm({ action }: { action: FormAction }) {
  return (
    <Form action={action} submit="Add holiday" className="space-y-5">
      <Field name="day" type="date" label="Day" width="short" />
      <Field name="name" label="Name" width="medium" maxLength={60} />
    </Form>
  )
}
