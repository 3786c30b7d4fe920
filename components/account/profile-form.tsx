"use client"

import { PersonFields } from "@/components/account/person-fields"
import { PREMISES_LABELS, PremisesFields } from "@/components/requests/premises-fields"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { SavedMeanwhile } from "@/components/ui/saved-meanwhile"
import { SeenVersion } from "@/components/ui/seen-version"
import type { FormAction, FormState } from "@/lib/http/form-state"

interface ProfileFormProps {
  action: FormAction
  values: FormState["values"]
  version: number
  /** Only customers have premises. */
  withPremises: boolean
}

export function ProfileForm({ action, values, version, withPremises }: ProfileFormProps) {
  return (
    <Form
      action={action}
      contract={contract}
      values={values}
      submit="Save changes"
      aside={<Link href="/profile">Cancel</Link>}
      className="mt-8 space-y-10"
    >
      <SeenVersion version={version} />
      <SavedMeanwhile title="Saved meanwhile" labels={LABELS} stored={values} />
      <fieldset className="space-y-6">
        <legend className="mb-4 text-xl font-bold">About you</legend>
        <PersonFields phoneHint="The number we can call you on" />
      </fieldset>
      {withPremises ? (
        <fieldset className="space-y-6">
          <legend className="mb-4 text-xl font-bold">Where your gas is supplied</legend>
          <PremisesFields />
        </fieldset>
      ) : null}
    </Form>
  )
}

const LABELS = { name: "Full name", phone: "Phone number", ...PREMISES_LABELS }

const contract = () => import("@/lib/identity/profile/contract").then(({ ProfileChange }) => ProfileChange)
