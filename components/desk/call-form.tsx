"use client"

import { type ReactNode, useEffect } from "react"
import { CallPlace } from "@/components/desk/call-place"
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
import type { FormAction, FormState } from "@/lib/http/form-state"

interface CallFormProps {
  action: FormAction
  /** Names the form, so that the same is sent once. */
  token: string
  /** The customer who calls; absent for somebody new. */
  customerId: string | undefined
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

/** Shown while an answer of danger is chosen, without scripts as well. */
const IN_DANGER =
  "hidden group-has-[[value=gas_smell]:checked]/call:block group-has-[[value=co_alarm]:checked]/call:block group-has-[[value=pipe_hit]:checked]/call:block"
const OF_GAS = "hidden group-has-[[value=gas_smell]:checked]/call:block group-has-[[value=pipe_hit]:checked]/call:block"
const OF_CO = "hidden group-has-[[value=co_alarm]:checked]/call:block"

/** Everything that a call makes, on one page: who calls, whether there is danger, what it is about and where. */
export function CallForm({
  action,
  token,
  customerId,
  values,
  dangers,
  categories,
  contacts,
  places,
  ...advice
}: CallFormProps) {
  // Whoever has typed who calls goes on with the keyboard.
  useEffect(() => document.querySelector<HTMLElement>("[name=safetyCheck]")?.focus(), [])
  return (
    <Form action={action} values={values} className="group/call max-w-text space-y-5">
      <input type="hidden" name="form" value={token} />
      {customerId ? <input type="hidden" name="customerId" value={customerId} /> : null}
      <Radios name="safetyCheck" label="Ask first: is anyone in danger right now?" options={dangers} />
      <div className={OF_GAS}>{advice.gas}</div>
      <div className={OF_CO}>{advice.carbonMonoxide}</div>
      {customerId ? null : <CallerFields />}
      <WhoCalls />
      <CallPlace places={places} />
      <div className={`${IN_DANGER} space-y-5`}>
        <Radios name="everyoneOutside" label="Is everyone outside?" optional inline options={YES_OR_NO} />
        <Radios name="anyoneUnwell" label="Does anyone feel unwell?" optional inline options={YES_OR_NO} />
        <p className="font-semibold">You can send an emergency now. The rest is optional.</p>
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
      <Field
        name="contactPhone"
        label="Phone with them now"
        hint="If it is not the number above"
        optional
        type="tel"
        inputMode="tel"
        autoComplete="off"
        width="medium"
      />
      <Select name="contactPreference" label="Contact them by" options={contacts} defaultValue="phone" />
      <Submit>Send request</Submit>
    </Form>
  )
}
