"use client"

import type { ComponentProps, ReactNode } from "react"
import { BothVersions } from "@/components/requests/filing/both-versions"
import { DraftFields } from "@/components/requests/filing/draft-fields"
import { type StepSeen, useTypedSince } from "@/components/requests/filing/just-typed"
import { SaveAsTyped } from "@/components/requests/filing/save-as-typed"
import { Form } from "@/components/ui/form"
import type { FormAction, FormState } from "@/lib/http/form-state"

export interface StepFormProps {
  action: FormAction
  draft: StepSeen
  /** Earlier answers, or what was typed and not saved yet. */
  values: FormState["values"]
  /** True when the customer came from the check page to change an answer, and returns there. */
  returning: boolean
}

type Contract = ComponentProps<typeof Form>["contract"]

/** One step of filing a request. */
export function StepForm({
  draft,
  returning,
  children,
  ...rest
}: StepFormProps & { contract?: Contract; children: ReactNode }) {
  const values = useTypedSince(draft, rest.values)
  return (
    <Form submit="Save and continue" {...rest} values={values}>
      <DraftFields {...draft} />
      {returning ? <input type="hidden" name="return" value="check" /> : null}
      <BothVersions stored={rest.values} />
      {children}
      <SaveAsTyped {...draft} />
    </Form>
  )
}
