import { type RefObject, useEffect, useRef } from "react"

const ANSWERS: Record<string, string> = { e: "true", n: "false" }

const CARD = "[data-danger-check]"
const cardsIn = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>(CARD)]

interface AnswerKeysProps {
  /** What holds the cards. It is marked once the keys work. */
  cards: RefObject<HTMLElement | null>
  /** The ids of the checks on them. */
  shown: string
}

/**
 * Lets E and N answer the check whose card has the focus, and nowhere else, so that no single letter does anything while
 * somebody types or speaks (WCAG 2.1.4). The focus then goes on to the next card.
 */
export function AnswerKeys({ cards, shown }: AnswerKeysProps): null {
  const answered = useRef<number>(undefined)
  useEffect(() => {
    const [root, place] = [cards.current, answered.current]
    // Read here, so that it runs again whenever a card has come or gone.
    if (!root || !shown || place === undefined || document.activeElement !== document.body) return
    answered.current = undefined
    const left = cardsIn(root)
    left[Math.min(place, left.length - 1)]?.querySelector<HTMLElement>("summary, a, button")?.focus()
  }, [cards, shown])
  useEffect(() => {
    const root = cards.current
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
    root.dataset.keys = ""
    return () => root.removeEventListener("keydown", press)
  }, [cards])
  return null
}
