"use client"

import { type RefCallback, useCallback, useEffect, useRef } from "react"

const ANSWERS: Record<string, string> = { e: "true", n: "false" }

const CARD = "[data-danger-check]"
const cardsIn = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>(CARD)]

/**
 * Lets E and N answer the check whose card has the focus, and nowhere else, so that no single letter does anything while
 * somebody types or speaks (WCAG 2.1.4). The focus then goes on to the next card. Gives the ref of what holds the cards.
 */
export function useAnswerKeys(shown: string): RefCallback<HTMLElement> {
  const cards = useRef<HTMLElement>(null)
  const answered = useRef<number>(undefined)
  useEffect(() => {
    const [root, place] = [cards.current, answered.current]
    if (!root || place === undefined || document.activeElement !== document.body) return
    answered.current = undefined
    // Read here, so that it runs again whenever a card has come or gone.
    if (!shown) return
    const left = cardsIn(root)
    left[Math.min(place, left.length - 1)]?.querySelector<HTMLElement>("summary, a, button")?.focus()
  }, [shown])
  return useCallback((root: HTMLElement | null) => {
    cards.current = root
    if (!root) return
    const press = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey, repeat } = event
      const answer = ANSWERS[key.toLowerCase()]
      if (!answer || ctrlKey || metaKey || altKey || repeat || !(target instanceof HTMLElement)) return
      const card = target.closest<HTMLElement>(CARD)
      const button = card?.querySelector<HTMLButtonElement>(`button[value$=".${answer}"]`)
      if (!card || !button) return
      event.preventDefault()
      answered.current = cardsIn(root).indexOf(card)
      button.click()
    }
    root.addEventListener("keydown", press)
    return () => root.removeEventListener("keydown", press)
  }, [])
}
