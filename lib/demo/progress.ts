import { categoryFacts, type Priority } from "@/lib/model/category"
import { isOpen, type Status } from "@/lib/model/status"
import { DEFAULT_LEVELS } from "@/lib/oversight/service-levels/default-levels"
import type { Story } from "./stories"

interface Pace {
  /** Hours from filing until work begins. */
  start: number
  /** Hours that each step after that takes. */
  step: number
}

/** Quick enough to keep what is promised. */
const PACES: Record<Priority, Pace> = {
  emergency: { start: 0.2, step: 1 },
  high: { start: 0.8, step: 10 },
  normal: { start: 3, step: 16 },
  low: { start: 9, step: 40 },
}

/** Hours of a step that digs or measures, whose service levels allow weeks. */
const LONG_STEP = 120

function paceOf({ category }: Story): Pace {
  const pace = PACES[categoryFacts(category).priority]
  return category in DEFAULT_LEVELS.categories ? { ...pace, step: LONG_STEP } : pace
}

/** How far a request has come at an age in hours. Some of the younger are behind what is promised, but no danger is. */
export function statusAt(story: Story, age: number, place: number): Status {
  const { start, step } = paceOf(story)
  const isDanger = categoryFacts(story.category).hazard !== undefined
  const isBehind = place % 8 === 7 && place < 32 && !isDanger
  if (age < start) return "pending"
  if (isBehind) return age < start + step ? "pending" : "in_progress"
  if (age < start + step) return place % 5 === 4 && age > start + step * HELD_AFTER ? "on_hold" : "in_progress"
  if (place % 9 === 4 && !isDanger) return "cancelled"
  return age < start + 2 * step ? "resolved" : "closed"
}

/** The fraction of a step after which work is put on hold. */
const HELD_AFTER = 0.4

/** Hours from one status to the next on the way. */
export const hoursTo = (story: Story, to: Status): number => {
  const { start, step } = paceOf(story)
  if (to === "on_hold") return step * HELD_AFTER
  return isOpen(to) || to === "cancelled" ? start : step
}
