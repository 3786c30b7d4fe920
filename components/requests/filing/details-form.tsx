"use client"

import { StepForm, type StepFormProps } from "@/components/requests/filing/step-form"
import { Radios } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import type { Option } from "@/components/ui/options"
import { Textarea } from "@/components/ui/textarea"

interface DetailsFormProps extends StepFormProps {
  contacts: readonly Option[]
  /** A title that fits what was asked for. */
  example: string
}

export function DetailsForm({ contacts, example, ...step }: DetailsFormProps) {
  return (
    <StepForm contract={contract} {...step}>
      <Field name="title" label="Title" hint={`In a few words. For example, “${example}”`} />
      <Textarea
        name="description"
        label="Description"
        hint="Tell us what happened, when it started, and anything that helps us find the problem. Do not include bank or card details."
        limit={5000}
        rows={8}
      />
      <Radios name="contactPreference" label="How should we contact you about it?" options={contacts} />
    </StepForm>
  )
}

const contract = () => import("@/lib/requests/drafts/contract").then(({ DetailsStep }) => DetailsStep)
