"use client"

import { Fold } from "@/components/ui/fold"
import { Form } from "@/components/ui/form"
import { SeenVersion } from "@/components/ui/seen-version"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { Textarea } from "@/components/ui/textarea"
import type { FormAction } from "@/lib/http/form-state"
import { CHOSEN_PRIORITIES, PRIORITY_NAMES } from "@/lib/model/category"
import type { ServiceRequest } from "@/lib/requests/contract"

interface PriorityFormProps {
  action: FormAction
  request: Pick<ServiceRequest, "id" | "version" | "priority">
}

/** Makes a request more urgent, or less. */
export const PriorityForm = ({ action, request: { id, version, priority } }: PriorityFormProps) => (
  <Form action={action} prefix="priority-" className="min-w-0">
    <input type="hidden" name="id" value={id} />
    <SeenVersion version={version} />
    <Fold summary="Change the priority">
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
      <Submit>Change priority</Submit>
    </Fold>
  </Form>
)
