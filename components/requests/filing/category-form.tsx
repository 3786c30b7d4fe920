"use client"

import { StepForm, type StepFormProps } from "@/components/requests/filing/step-form"
import { Radios } from "@/components/ui/choices"
import type { Option } from "@/components/ui/options"

/** One choice is not worth sending a validator for: the server answers as soon. */
export function CategoryForm({ options, ...step }: StepFormProps & { options: readonly Option[] }) {
  return (
    <StepForm {...step}>
      <Radios name="category" label="What do you need help with?" heading options={options} />
    </StepForm>
  )
}
