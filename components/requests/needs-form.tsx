"use client"

import type { ReactNode } from "react"
import { Checkboxes, Radios } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { SavedMeanwhile } from "@/components/ui/saved-meanwhile"
import { SeenVersion } from "@/components/ui/seen-version"
import type { FormAction, FormState } from "@/lib/http/form-state"
import type { Needs } from "@/lib/identity/needs/contract"
import { NEEDS, type Need } from "@/lib/model/need"

/** As customers are asked. */
const NEED_QUESTIONS: Record<Need, string> = {
  elderly: "Someone over 65 lives here",
  baby: "A baby or a child under 5 lives here",
  medical_equipment: "Someone depends on medical equipment",
  no_sense_of_smell: "Someone cannot smell gas",
  cannot_reach_door: "Someone needs time, or help, to get to the door",
}

interface NeedsFormProps {
  action: FormAction
  needs: Needs
  submit: string
  aside: ReactNode
  /** Whether to ask if we may contact them about other things. It has no place while they report something. */
  asksContact?: boolean
  /** Fields that say whose needs they are, or where to go on. */
  children?: ReactNode
}

/** What makes a visit, or being without gas, harder. Nothing has to be answered. */
export function NeedsForm({ action, needs, submit, aside, asksContact = false, children }: NeedsFormProps) {
  return (
    <Form action={action} contract={contract} values={valuesOf(needs)} submit={submit} aside={aside}>
      {children}
      <SeenVersion version={needs.version} />
      <SavedMeanwhile title="Saved meanwhile" labels={LABELS} stored={valuesOf(needs)} />
      <Checkboxes
        name="needs"
        label="Does any of this apply at your home?"
        hint="Select all that apply, or none"
        optional
        options={NEEDS.map((value) => ({ value, label: NEED_QUESTIONS[value] }))}
      />
      <Field
        name="language"
        label="Language you would rather speak"
        hint="For example, Polish or British Sign Language"
        optional
        width="medium"
      />
      <Field
        name="visitPassword"
        label="Password for visits"
        hint="Our engineers say it at the door, so that you know they are from us. Only people who work on your requests see it."
        optional
        autoComplete="off"
        spellCheck={false}
        width="medium"
      />
      {asksContact ? (
        <Radios
          name="mayContact"
          label="May we contact you about more than your requests?"
          hint="For example, to offer a safety check"
          optional
          inline
          options={YES_OR_NO}
        />
      ) : null}
    </Form>
  )
}

/** What is written, by its customer or by a supervisor; answers by ticks are made again as soon. */
const LABELS = { language: "Language", visitPassword: "Password for visits" }

const YES_OR_NO = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
]

const valuesOf = ({ needs, language, visitPassword, mayContact }: Needs): NonNullable<FormState["values"]> => ({
  needs,
  ...(language && { language }),
  ...(visitPassword && { visitPassword }),
  ...(mayContact !== null && { mayContact: String(mayContact) }),
})

const contract = () => import("@/lib/identity/needs/contract").then(({ NeedsChange }) => NeedsChange)
