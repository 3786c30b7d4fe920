"use client"

import { PremisesFields } from "@/components/account/premises-fields"
import { StepForm, type StepFormProps } from "@/components/requests/filing/step-form"

export function PremisesForm(step: StepFormProps) {
  return (
    <StepForm contract={contract} {...step}>
      <PremisesFields />
    </StepForm>
  )
}

const contract = () => import("@/lib/requests/drafts/contract").then(({ PremisesStep }) => PremisesStep)
