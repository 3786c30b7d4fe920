import { type RefObject, useContext, useEffect, useLayoutEffect, useRef, useState } from "react"
import { boxesIn, idIn, tickRanges } from "@/components/desk/selection"
import { FormContext } from "@/components/ui/form-context"

interface Chosen {
  /** How many requests the form would change, as its boxes say. */
  count: number
  /** To which status. */
  to: string
  /** How many were ticked when others took them out of the list. */
  left: number
}

const NONE: Chosen = { count: 0, to: "", left: 0 }

/** What is chosen in the form around, and how to forget what has left it. */
export function useChosen(bar: RefObject<HTMLElement | null>): Chosen & { forget: () => void } {
  const { pending, result } = useContext(FormContext)
  const [chosen, setChosen] = useState(NONE)
  const ticked = useRef<ReadonlySet<string>>(new Set())
  const answered = useRef(result)
  // Before it is painted: words that change where they are shown are heard.
  useLayoutEffect(() => {
    const form = bar.current?.closest("form")
    if (!form) return
    // What one's own change takes out of the list is told by its results.
    const isOwn = pending || answered.current !== result
    answered.current = result
    const there = new Set(boxesIn(form).map(({ value }) => idIn(value)))
    const gone = isOwn ? 0 : [...ticked.current].filter((id) => !there.has(id)).length
    ticked.current = tickedIn(form)
    setChosen((before) => same(before, { ...stateOf(form), left: before.left + gone }))
  })
  useEffect(() => {
    const form = bar.current?.closest("form")
    if (!form) return
    const look = () => {
      const now = tickedIn(form)
      const isSelecting = now.size !== ticked.current.size || [...now].some((id) => !ticked.current.has(id))
      ticked.current = now
      setChosen((before) => same(before, { ...stateOf(form), left: isSelecting ? 0 : before.left }))
    }
    // Boxes are as the answer left them only once the form has been reset.
    const after = () => queueMicrotask(look)
    const endRanges = tickRanges(form)
    for (const kind of ["input", "change"]) form.addEventListener(kind, look)
    form.addEventListener("reset", after)
    return () => {
      endRanges()
      for (const kind of ["input", "change"]) form.removeEventListener(kind, look)
      form.removeEventListener("reset", after)
    }
  }, [bar])
  return { ...chosen, forget: () => setChosen((before) => ({ ...before, left: 0 })) }
}

const tickedIn = (form: HTMLFormElement): ReadonlySet<string> =>
  new Set(boxesIn(form).flatMap(({ checked, value }) => (checked ? [idIn(value)] : [])))

function stateOf(form: HTMLFormElement): { count: number; to: string } {
  const all = form.querySelector<HTMLInputElement>("input[name=all]:checked")
  const count = all ? Number(all.dataset.count) : tickedIn(form).size
  return { count, to: form.querySelector<HTMLSelectElement>("select[name=to]")?.value ?? "" }
}

const same = (before: Chosen, now: Chosen): Chosen =>
  before.count === now.count && before.to === now.to && before.left === now.left ? before : now

/** How many are selected, and how many of those selected before have left the list. */
export function chosenInWords({ count, left }: Pick<Chosen, "count" | "left">): string {
  if (left === 0) return count > 0 ? `${count} selected` : ""
  return `${count || "None"} selected. ${left} ${left === 1 ? "has" : "have"} left the list.`
}
