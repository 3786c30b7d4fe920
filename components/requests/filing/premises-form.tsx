"use client"

import { StepForm, type StepFormProps } from "@/components/requests/filing/step-form"
import { HomePicker, type PickedHome } from "@/components/requests/home-picker"
import { PremisesFields } from "@/components/requests/premises-fields"

interface PremisesFormProps extends StepFormProps {
  homes: readonly PickedHome[]
  chosen: string | undefined
}

export function PremisesForm({ homes, chosen, ...step }: PremisesFormProps) {
  return (
    <StepForm contract={contract} {...step}>
      {homes.length > 1 ? <HomePicker label="Is it at one of your homes?" homes={homes} chosen={chosen} /> : null}
      <PremisesFields />
    </StepForm>
  )
}

const contract = () => import("@/lib/requests/drafts/contract").then(({ PremisesStep }) => PremisesStep)
