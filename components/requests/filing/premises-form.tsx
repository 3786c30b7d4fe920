"use client"

import { StepForm, type StepFormProps } from "@/components/requests/filing/step-form"
import { ChosenHome, type PickedHome } from "@/components/requests/home-picker"
import { PremisesFields } from "@/components/requests/premises-fields"

interface PremisesFormProps extends StepFormProps {
  homes: readonly PickedHome[]
  chosen: string | undefined
}

export function PremisesForm({ homes, chosen, ...step }: PremisesFormProps) {
  return (
    <StepForm contract={contract} {...step}>
      <ChosenHome homes={homes} chosen={chosen} />
      <PremisesFields />
    </StepForm>
  )
}

const contract = () => import("@/lib/requests/drafts/contract").then(({ PremisesStep }) => PremisesStep)
