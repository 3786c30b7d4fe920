"use client"

import { StepForm, type StepFormProps } from "@/components/requests/filing/step-form"
import { PremisesFields } from "@/components/requests/premises-fields"

export function PremisesForm(step: StepFormProps) {
  return (
    <StepForm contract={contract} {...step}>
      <PremisesFields />
    </StepForm>
  )
}

const contract = () => import("@/lib/requests/drafts/contract").then(({ PremisesStep }) => PremisesStep)
