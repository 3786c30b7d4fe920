"use client"

import { type RefObject, useEffect, useRef, useState } from "react"

const ANSWERS: Record<string, string> = { e: "true", n: "false" }

const CARD = "[data-danger-check]"

/**
 * Lets E and N answer the check whose card has the focus, and nowhere else, so that no single letter does anything while
 * somebody types or speaks (WCAG 2.1.4). The focus then goes on to the next card. Gives whether the keys work by now.
 */
export function useAnswerKeys(cards: RefObject<HTMLElement | null>, shown: string): boolean {
  const [works, setWorks] = useState(false)
  const answered = useRef<number>(undefined)
  useEffect(() => {
    const root = cards.current
    if (!root) return
    const press = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey, repeat } = event
      const answer = ANSWERS[key.toLowerCase()]
      if (!answer || ctrlKey || metaKey || altKey || repeat || !(target instanceof HTMLElement)) return
      const card = target.closest(CARD)
      const button = card?.querySelector<HTMLButtonElement>(`button[value$=".${answer}"]`)
      if (!card || !button) return
      event.preventDefault()
      answered.current = [...root.querySelectorAll(CARD)].indexOf(card)
      button.click()
    }
    root.addEventListener("keydown", press)
    setWorks(true)
    return () => root.removeEventListener("keydown", press)
  }, [cards])
  useEffect(() => {
    const place = answered.current
    if (place === undefined || document.activeElement !== document.body) return
    answered.current = undefined
    if (!shown) return
    const left = [...(cards.current?.querySelectorAll<HTMLElement>(CARD) ?? [])]
    left[Math.min(place, left.length - 1)]?.querySelector<HTMLElement>("summary, a, button")?.focus()
  }, [cards, shown])
  return works
}
