import { type RefObject, useContext, useEffect, useState } from "react"
import { boxesIn, idIn } from "@/components/desk/selection"
import { FormContext } from "@/components/ui/form-context"

const NONE: ReadonlyMap<string, string> = new Map()

/**
 * What each ticked box stood for when it was ticked, by the id of its request. Where the list has followed a change since
 * then, the server is asked for what the person saw, and says that it has changed. Once it has answered, all begin anew.
 */
export function useTickedValues(inside: RefObject<HTMLElement | null>): ReadonlyMap<string, string> {
  const { result } = useContext(FormContext)
  const [kept, setKept] = useState({ result, ticked: NONE })
  const ticked = kept.result === result ? kept.ticked : NONE
  // After each render as well: an answer leaves boxes ticked.
  useEffect(() => {
    const form = inside.current?.closest("form")
    if (!form) return
    const look = () => {
      const now = tickedIn(form, ticked)
      if (!isSame(now, ticked)) setKept({ result, ticked: now })
    }
    look()
    for (const kind of ["input", "change"]) form.addEventListener(kind, look)
    return () => {
      for (const kind of ["input", "change"]) form.removeEventListener(kind, look)
    }
  })
  return ticked
}

function tickedIn(form: HTMLFormElement, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const values = boxesIn(form).flatMap(({ checked, value }) => (checked ? [value] : []))
  return new Map(values.map((value) => [idIn(value), before.get(idIn(value)) ?? value]))
}

const isSame = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
  one.size === other.size && [...one].every(([id, value]) => other.get(id) === value)
