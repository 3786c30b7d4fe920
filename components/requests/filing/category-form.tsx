"use client"

import { StepForm, type StepFormProps } from "@/components/requests/filing/step-form"
import { Radios } from "@/components/ui/choices"
import type { Option } from "@/components/ui/options"

export function CategoryForm({ options, ...step }: StepFormProps & { options: readonly Option[] }) {
  return (
    <StepForm contract={contract} {...step}>
      <Radios name="category" label="What do you need help with?" heading options={options} />
    </StepForm>
  )
}

const contract = () => import("@/lib/requests/draft-contract").then(({ CategoryStep }) => CategoryStep)
