"use client"

import { PremisesFields } from "@/components/requests/premises-fields"
import { Radios } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { SeenVersion } from "@/components/ui/seen-version"
import type { FormAction } from "@/lib/http/form-state"
import type { PremisesRole } from "@/lib/model/premises-role"

interface HomeFormProps {
  action: FormAction
  /** The home to change. Left out, one is added. */
  home?: { id: string; role: PremisesRole; since: string; version: number }
}

const ROLES: { value: PremisesRole; label: string }[] = [
  { value: "occupier", label: "I live there" },
  { value: "owner", label: "I own it" },
  { value: "landlord", label: "I let it" },
  { value: "agent", label: "I manage it for someone else" },
]

/** Adds a home, or changes what somebody is to it. An address is not changed: another address is another home. */
export function HomeForm({ action, home }: HomeFormProps) {
  return (
    <Form
      action={action}
      contract={home ? changeContract : addContract}
      values={home && { role: home.role, since: home.since }}
      submit={home ? "Save changes" : "Add home"}
      aside={home ? <Link href="/profile/homes">Cancel</Link> : undefined}
    >
      {home ? (
        <>
          <input type="hidden" name="id" value={home.id} />
          <SeenVersion version={home.version} />
        </>
      ) : (
        <PremisesFields />
      )}
      <Radios name="role" label="What is this home to you?" options={ROLES} />
      <Field name="since" label="Since when?" optional type="date" width="short" />
    </Form>
  )
}

const addContract = () => import("@/lib/identity/homes/contract").then(({ HomeToAdd }) => HomeToAdd)
const changeContract = () => import("@/lib/identity/homes/contract").then(({ HomeChange }) => HomeChange)
