"use client"

import { MentionField } from "@/components/desk/mention-field"
import { Form } from "@/components/ui/form"
import type { FormAction } from "@/lib/http/form-state"

/** Leaves a note that only staff see. */
export const NoteForm = ({ action, id }: { action: FormAction; id: string }) => (
  <Form action={action} prefix="note-" submit="Save note" className="space-y-2">
    <input type="hidden" name="id" value={id} />
    <MentionField id={id} />
  </Form>
)
