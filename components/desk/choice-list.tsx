"use client"

import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react"
import { type Begun, type Choice, type Completion, typedIn } from "@/components/desk/completion"

interface ChoiceListProps {
  completion: Completion
  begun: Begun
  /** Nothing is begun any more, or what is begun is not to be completed. */
  end: (dismissed?: string) => void
}

/** What fits what has been typed, to be chosen by pointer or with the keyboard. */
export function ChoiceList({ completion, begun: { typed, field }, end }: ChoiceListProps) {
  const { find, many } = completion
  const [found, setFound] = useState<{ of: string; items: readonly Choice[] }>({ of: "", items: [] })
  const list = useRef<HTMLUListElement>(null)
  const latest = useRef({ find, choose, move })
  /** Somebody has chosen the first, before it was known what that is. */
  const wanted = useRef(false)
  // As soon as the list is in sight, its keys are heard.
  useLayoutEffect(() => {
    latest.current = { find, choose, move }
  })
  useEffect(() => {
    const control = new AbortController()
    const show = (items: readonly Choice[]) => {
      if (wanted.current && items[0]) latest.current.choose(items[0])
      else setFound({ of: typed, items })
      wanted.current = false
    }
    latest.current.find(typed.slice(1), control.signal).then(show, () => undefined)
    return () => control.abort()
  }, [typed])
  const [first] = found.items

  /** Puts it in place of what stands there now, which may be more than what was looked for. */
  function choose({ text }: Choice) {
    const now = typedIn(field, completion) ?? ""
    field.focus()
    field.setRangeText(text, field.selectionStart - now.length, field.selectionStart, "end")
    field.dispatchEvent(new Event("input", { bubbles: true }))
    end()
  }

  function move(event: KeyboardEvent | ReactKeyboardEvent) {
    const { key, shiftKey, ctrlKey, altKey, metaKey } = event
    if (shiftKey || ctrlKey || altKey || metaKey || isComposing(event)) return
    if (key === "Escape") {
      event.preventDefault()
      field.focus()
      return end(typed)
    }
    const isHere = field.matches(":focus")
    wanted.current = false
    if (key === "Enter" && isHere && first) {
      event.preventDefault()
      if (typedIn(field, completion) === found.of) return choose(first)
      wanted.current = true
      return
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])]
    if (!step || buttons.length === 0 || (step < 0 && isHere)) return
    event.preventDefault()
    ;(buttons[buttons.findIndex((it) => it.matches(":focus")) + step] ?? field).focus()
  }
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current.move(event)
    field.addEventListener("keydown", listen)
    return () => field.removeEventListener("keydown", listen)
  }, [field])

  return (
    <>
      <ul ref={list} aria-label={many} className="choices">
        {found.items.map((choice) => (
          <li key={choice.id}>
            <button type="button" className="min-h-target" onKeyDown={move} onClick={() => choose(choice)}>
              {choice.name}
            </button>
          </li>
        ))}
      </ul>
      <p aria-live="polite" className="sr-only">
        {first
          ? `Press Enter for ${first.name}. ${found.items.length} ${many.toLowerCase()}: press the down arrow to choose`
          : ""}
      </p>
    </>
  )
}

const isComposing = (event: KeyboardEvent | ReactKeyboardEvent) =>
  "nativeEvent" in event ? event.nativeEvent.isComposing : event.isComposing
