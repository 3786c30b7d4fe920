"use client"

import { Form } from "@/components/ui/form"
import { Textarea } from "@/components/ui/textarea"
import type { FormAction } from "@/lib/http/form-state"

interface AddDetailsFormProps {
  action: FormAction
  /** What names the request: its id, or the token of the link to a report. */
  to: Record<string, string>
  isEmergency?: boolean
}

/** Adds words to an open request. */
export const AddDetailsForm = ({ action, to, isEmergency = false }: AddDetailsFormProps) => (
  <Form action={action} prefix="details-" submit="Add details" className="space-y-4">
    {Object.entries(to).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <Textarea
      name="details"
      label={isEmergency ? "What else should our engineer know?" : "What has changed, or what did you not mention?"}
      hint={
        isEmergency
          ? "When you are safe. For example, where the smell is strongest, or how to find you"
          : "Our staff will see this. Do not include bank or card details."
      }
      limit={2000}
      rows={4}
    />
  </Form>
)
