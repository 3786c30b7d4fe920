import { Form } from "@/components/ui/form"
import { SeenVersion } from "@/components/ui/seen-version"
import { Select } from "@/components/ui/select"
import { Textarea } from "@/components/ui/textarea"
import type { FormAction } from "@/lib/http/form-state"
import { PRIORITY_NAMES } from "@/lib/model/category"
import { CHOSEN_PRIORITIES, type ServiceRequest } from "@/lib/requests/contract"

interface PriorityFormProps {
  action: FormAction
  request: Pick<ServiceRequest, "id" | "version" | "priority">
}

/** Makes a request more urgent, or less. */
export const PriorityForm = ({ action, request: { id, version, priority } }: PriorityFormProps) => (
  <section>
    <h2>Priority</h2>
    <Form action={action} prefix="priority-" submit="Change priority" className="space-y-2">
      <input type="hidden" name="id" value={id} />
      <SeenVersion version={version} />
      <Select
        name="priority"
        label="Change to"
        placeholder="Choose a priority"
        options={CHOSEN_PRIORITIES.filter((it) => it !== priority).map((it) => ({
          value: it,
          label: PRIORITY_NAMES[it],
        }))}
      />
      <Textarea
        name="reason"
        label="Reason"
        hint="Visible to staff only. Deadlines change to those of the new priority."
        rows={2}
        limit={2000}
      />
    </Form>
  </section>
)
