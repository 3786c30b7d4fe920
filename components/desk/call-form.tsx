"use client"

import { type ReactNode, useEffect } from "react"
import { CallPlace, FIELD_GRID } from "@/components/desk/call-place"
import { CallerFields } from "@/components/desk/caller-fields"
import { IsItNow } from "@/components/desk/is-it-now"
import { WhoCalls } from "@/components/desk/who-calls"
import { Radios } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import type { Option } from "@/components/ui/options"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { Textarea } from "@/components/ui/textarea"
import { ABOUT_FIELD, type FormAction, type FormState } from "@/lib/http/form-state"

interface CallFormProps {
  action: FormAction
  /** Names the form, so that the same is sent once. */
  token: string
  /** The customer who calls; absent for somebody new. */
  customerId: string | undefined
  /** What was looked for; what was typed for somebody new comes up again for the same. */
  about: string
  values: FormState["values"]
  dangers: readonly Option[]
  categories: readonly Option[]
  contacts: readonly Option[]
  /** Where it may be, the likeliest first; none for somebody new. */
  places: readonly Option[]
  /** What to tell the caller, by the answer about danger that it is for. */
  gas: ReactNode
  carbonMonoxide: ReactNode
}

const YES_OR_NO = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
]

/** Everything that a call makes, on one page: who calls, whether there is danger, what it is about and where. */
export function CallForm({
  action,
  token,
  customerId,
  about,
  values,
  dangers,
  categories,
  contacts,
  places,
  ...advice
}: CallFormProps) {
  // The keyboard goes on from here once the caller has been found.
  useEffect(() => document.querySelector<HTMLElement>("[name=safetyCheck]")?.focus(), [])
  return (
    <Form action={action} values={values} className="call-form max-w-text space-y-4">
      <input type="hidden" name="form" value={token} />
      <input type="hidden" name={ABOUT_FIELD} value={customerId ?? `new ${about}`} />
      {customerId ? <input type="hidden" name="customerId" value={customerId} /> : null}
      <Radios name="safetyCheck" label="Ask first: is anyone in danger right now?" inline options={dangers} />
      <div data-danger="gas">{advice.gas}</div>
      <div data-danger="carbon_monoxide">{advice.carbonMonoxide}</div>
      {customerId ? null : <CallerFields />}
      <WhoCalls />
      <CallPlace places={places} />
      <div data-danger="gas carbon_monoxide" className="space-y-4">
        <Radios name="everyoneOutside" label="Is everyone outside?" optional inline options={YES_OR_NO} />
        <Radios name="anyoneUnwell" label="Does anyone feel unwell?" optional inline options={YES_OR_NO} />
        <Submit variant="danger">Send emergency</Submit>
        <p>The rest can wait.</p>
      </div>
      <Select
        name="category"
        label="What do they need help with?"
        placeholder="Choose a category"
        options={categories}
      />
      <Field name="title" label="Title" hint="In a few words. For example, “Meter display is blank”" />
      <Textarea name="description" label="Description" hint="What happened and when, in the caller’s words" rows={4} />
      <IsItNow options={YES_OR_NO} />
      <div className={FIELD_GRID}>
        <Field
          name="contactPhone"
          label="Phone with them, if another"
          optional
          type="tel"
          inputMode="tel"
          autoComplete="off"
        />
        <Select name="contactPreference" label="Contact them by" options={contacts} defaultValue="phone" />
      </div>
      <Submit>Send request</Submit>
    </Form>
  )
}
