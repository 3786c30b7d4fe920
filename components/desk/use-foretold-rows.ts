import { type RefObject, useContext, useEffect, useState } from "react"
import { type Foretold, foretoldBy } from "@/components/desk/foretold"
import { boxesIn, idIn } from "@/components/desk/selection"
import { FormContext } from "@/components/ui/form-context"

/** What the form around a list has asked for, by the id of each request, until the server has answered. */
export function useForetoldRows(inside: RefObject<HTMLElement | null>): ReadonlyMap<string, Foretold> | undefined {
  const { pending } = useContext(FormContext)
  const [asked, setAsked] = useState<ReadonlyMap<string, Foretold>>()
  useEffect(() => {
    const form = inside.current?.closest("form")
    if (!form) return
    const note = ({ submitter }: SubmitEvent) => setAsked(askedOf(form, submitter))
    form.addEventListener("submit", note)
    return () => form.removeEventListener("submit", note)
  }, [inside])
  return pending ? asked : undefined
}

function askedOf(form: HTMLFormElement, submitter: HTMLElement | null): ReadonlyMap<string, Foretold> {
  const data = new FormData(form, submitter)
  const what = foretoldBy(data, form)
  const boxes = boxesIn(form).filter(({ checked }) => checked || data.has("all"))
  return new Map(what ? boxes.map(({ value }) => [idIn(value), what]) : [])
}
