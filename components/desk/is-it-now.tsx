"use client"

import { useContext } from "react"
import { Radios } from "@/components/ui/choices"
import { FormContext } from "@/components/ui/form-context"
import type { Option } from "@/components/ui/options"

/** Asked once the words have told of what may be a danger. */
export function IsItNow({ options }: { options: readonly Option[] }) {
  const { errors, values } = useContext(FormContext)
  if (!errors.happeningNow && values.happeningNow === undefined) return null
  return <Radios name="happeningNow" label="Is it happening now?" inline options={options} />
}
