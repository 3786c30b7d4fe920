"use client"

import type { ComponentProps, ReactNode } from "react"
import { Form } from "@/components/ui/form"
import type { FormAction, FormState } from "@/lib/http/form-state"

export interface StepFormProps {
  action: FormAction
  /** Earlier answers. */
  values: FormState["values"]
  /** True when the customer came from the check page to change an answer, and returns there. */
  returning: boolean
}

type Contract = ComponentProps<typeof Form>["contract"]

/** One step of filing a request. */
export function StepForm({
  returning,
  children,
  ...rest
}: StepFormProps & { contract?: Contract; children: ReactNode }) {
  return (
    <Form submit="Save and continue" {...rest}>
      {returning ? <input type="hidden" name="return" value="check" /> : null}
      {children}
    </Form>
  )
}
