"use client"

import { Fold } from "@/components/ui/fold"
import { Form } from "@/components/ui/form"
import type { Option } from "@/components/ui/options"
import { SeenVersion } from "@/components/ui/seen-version"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { Textarea } from "@/components/ui/textarea"
import type { FormAction } from "@/lib/http/form-state"

/** Sends a request back to the queue. */
export const ReturnForm = ({ action, id, version }: { action: FormAction; id: string; version: number }) => (
  <Form action={action} prefix="return-" className="min-w-0">
    <input type="hidden" name="id" value={id} />
    <SeenVersion version={version} />
    <Fold summary="Return to the queue">
      <Textarea
        name="reason"
        label="Reason"
        hint="Visible to staff only. It is not assigned to the same person again."
        rows={2}
        limit={2000}
      />
      <Submit>Return to queue</Submit>
    </Fold>
  </Form>
)

interface ProposeFormProps {
  action: FormAction
  id: string
  people: readonly Option[]
}

/** Proposes who should have a request instead. */
export const ProposeForm = ({ action, id, people }: ProposeFormProps) => (
  <Form action={action} prefix="propose-" className="min-w-0">
    <input type="hidden" name="id" value={id} />
    <Fold summary="Propose a colleague" open>
      <Select name="assigneeId" label="Colleague" placeholder="Choose a person" options={people} />
      <Textarea name="reason" label="Reason" hint="Supervisors decide." rows={2} limit={2000} />
      <Submit>Propose</Submit>
    </Fold>
  </Form>
)
