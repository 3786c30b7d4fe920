"use client"

import { useContext, useState } from "react"
import { FormContext } from "@/components/ui/form-context"
import { chosenValue } from "@/lib/dispatch/team/chosen-value"
import type { Work } from "@/lib/dispatch/team/contract"

/**
 * Ticks a request to be given to somebody; what could not be given stays ticked. A ticked box stands for the request as it
 * was then, though the board may have followed a change since: the server says so and gives it to nobody.
 */
export function Pick({ request }: { request: Pick<Work, "id" | "version" | "reference"> }) {
  const { values, result } = useContext(FormContext)
  const [ticked, setTicked] = useState<{ result: typeof result; value: string }>()
  const before = [values.chosen ?? []].flat().some((value) => value.startsWith(request.id))
  const isKept = before || result?.[`kept.${request.id}`] !== undefined
  const now = chosenValue(request)
  return (
    <input
      // What could not be given is another box, which starts ticked.
      key={String(isKept)}
      type="checkbox"
      name="chosen[]"
      value={ticked && ticked.result === result ? ticked.value : now}
      defaultChecked={isKept}
      onChange={({ target: { checked } }) => setTicked(checked ? { result, value: now } : undefined)}
      aria-label={`Select ${request.reference}`}
    />
  )
}
