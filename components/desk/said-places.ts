import type { Heard } from "@/components/desk/watch-news"

/** Where emergencies and checks stand: the line that begins each of them. */
const PLACES = { emergency: ".emergency-banner > .says", check: "#danger-checks" }

export const placeFor = (kind: Heard["tone"]) => document.querySelector<HTMLElement>(PLACES[kind])

/** Whether whoever looks at the page sees where these stand. */
export function isInSight(kind: Heard["tone"]): boolean {
  const { top = -1, bottom = -1 } = placeFor(kind)?.getBoundingClientRect() ?? {}
  return bottom > 0 && top < innerHeight
}
