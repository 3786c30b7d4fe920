"use client"

import { DraftFields } from "@/components/requests/filing/draft-fields"
import { type StepSeen, useTypedSince } from "@/components/requests/filing/just-typed"
import { SaveAsTyped } from "@/components/requests/filing/save-as-typed"
import { ChosenHome, type PickedHome } from "@/components/requests/home-picker"
import { PremisesFields } from "@/components/requests/premises-fields"
import { Radios } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { Submit } from "@/components/ui/submit"
import { Textarea } from "@/components/ui/textarea"
import type { FormAction, FormState } from "@/lib/http/form-state"

interface ReportFormProps {
  action: FormAction
  /** The draft that it is sent from, where there is one. */
  draft?: StepSeen & { step: "report" }
  values?: FormState["values"]
  /** The answer about danger, where the form itself has to carry it. */
  safetyCheck?: string
  /** The homes of whoever is signed in. */
  homes?: readonly PickedHome[]
  chosen?: string | undefined
  /** Names this form, where no draft does, so that the same is sent once. */
  token?: string
}

const YES_OR_NO = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
]

/** An emergency on one page. Only the place is needed, so that it is sent in seconds. */
export function ReportForm({ action, draft, values, homes = [], chosen, safetyCheck, token }: ReportFormProps) {
  const typed = useTypedSince(draft, values)
  return (
    <Form action={action} contract={contract} values={typed} className="space-y-6">
      {draft ? <DraftFields {...draft} /> : null}
      {safetyCheck ? <input type="hidden" name="safetyCheck" value={safetyCheck} /> : null}
      {token ? <input type="hidden" name="form" value={token} /> : null}
      <ChosenHome homes={homes} chosen={chosen} />
      <PremisesFields emergency />
      <Field
        name="contactPhone"
        label="A phone number that is with you"
        optional
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        width="medium"
      />
      <Radios name="everyoneOutside" label="Is everyone outside?" optional inline options={YES_OR_NO} />
      <Radios name="anyoneUnwell" label="Does anyone feel unwell?" optional inline options={YES_OR_NO} />
      <Textarea
        name="details"
        label="Anything else that helps us"
        hint="For example, where the smell is, or how to find you"
        optional
        limit={5000}
        rows={3}
      />
      {draft ? <SaveAsTyped {...draft} /> : null}
      <Submit variant="danger">Send now</Submit>
    </Form>
  )
}

const contract = () => import("@/lib/requests/drafts/contract").then(({ ReportStep }) => ReportStep)
