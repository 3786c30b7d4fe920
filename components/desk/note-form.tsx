"use client"

import type { ReactNode } from "react"
import { MentionField } from "@/components/desk/mention-field"
import { Form } from "@/components/ui/form"
import type { FormAction } from "@/lib/http/form-state"

interface NoteFormProps {
  action: FormAction
  id: string
  /** What its author has half written. */
  text: string
  /** Keeps it. */
  kept: ReactNode
}

/** Leaves a note that only staff see. */
export const NoteForm = ({ action, id, text, kept }: NoteFormProps) => (
  <Form action={action} prefix="note-" values={{ text }} submit="Save note" aside={kept} className="space-y-2">
    <MentionField id={id} />
  </Form>
)
