"use client"

import { useContext } from "react"
import { Radios } from "@/components/ui/choices"
import { FormContext } from "@/components/ui/form-context"

/** Asked once it has turned out that somebody has the number or the address already. */
export function WhoCalls() {
  const { offers, errors } = useContext(FormContext)
  if (!offers) return null
  const another = errors["caller.email"] ? [] : [ANOTHER]
  return <Radios name="known" label="Who is calling?" options={[...offers, ...another]} />
}

const ANOTHER = { value: "another", label: "Someone else with this number" }
