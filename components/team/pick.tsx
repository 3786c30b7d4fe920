"use client"

import { useContext } from "react"
import { FormContext } from "@/components/ui/form-context"
import { chosenValue } from "@/lib/dispatch/team/chosen-value"
import type { Work } from "@/lib/dispatch/team/contract"

/** Ticks a request to be given to somebody; what could not be given stays ticked. */
export function Pick({ request }: { request: Pick<Work, "id" | "version" | "reference"> }) {
  const { values, result } = useContext(FormContext)
  const before = [values.chosen ?? []].flat().some((value) => value.startsWith(request.id))
  return (
    <input
      // What has changed is another box, which starts from what came of the last try.
      key={`${request.version}:${before || result?.[`kept.${request.id}`]}`}
      type="checkbox"
      name="chosen[]"
      value={chosenValue(request)}
      defaultChecked={before || result?.[`kept.${request.id}`] !== undefined}
      aria-label={`Select ${request.reference}`}
      className="mt-0.5 size-5 shrink-0 accent-accent"
    />
  )
}
