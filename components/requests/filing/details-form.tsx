"use client"

import { StepForm, type StepFormProps } from "@/components/requests/filing/step-form"
import { Radios } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import type { Option } from "@/components/ui/options"
import { Textarea } from "@/components/ui/textarea"

export function DetailsForm({ contacts, ...step }: StepFormProps & { contacts: readonly Option[] }) {
  return (
    <StepForm contract={contract} {...step}>
      <Field name="title" label="Title" hint="In a few words, like “Boiler goes out every evening”" />
      <Textarea
        name="description"
        label="Description"
        hint="What happened, since when, and anything that helps us to find it. Do not give bank or card details."
        limit={5000}
        rows={8}
      />
      <Radios name="contactPreference" label="How should we contact you about it?" options={contacts} />
    </StepForm>
  )
}

const contract = () => import("@/lib/requests/drafts/contract").then(({ DetailsStep }) => DetailsStep)
