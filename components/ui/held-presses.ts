"use client"

import { type SaidOverPage, sayOverPage } from "@/components/ui/say-over-page"

/** What may be pressed by mistake, since something else stood there a moment ago. */
const CONTROLS = "a[href], button, summary, label, input[type=checkbox], input[type=radio]"
/** Nobody sees and answers in less. */
const CALM_MS = 600
/** However long it takes until what was announced is there. */
const LONGEST_MS = 5000
/** Milliseconds that people have to read why nothing was done. */
const SHOWN_MS = 10_000

interface Seen {
  meaning: string
  box: DOMRect
  /** How far the page was scrolled. */
  scrolled: { x: number; y: number }
}

/** What could be pressed before news were put into the page, as it was then; nothing once they have been seen. */
let before: ReadonlyMap<Element, Seen> | undefined
let heldUntil = 0
let pressedAt = 0
/** Places are known as long as nobody has scrolled. */
let hasScrolled = false
let calm: ReturnType<typeof setTimeout> | undefined
let told: SaidOverPage | undefined

/** From now on news come into the page: a press that meets what they have changed or moved was aimed at something else. */
export function holdPresses(): void {
  before = new Map([...document.querySelectorAll<HTMLElement>(CONTROLS)].map((it) => [it, seen(it)]))
  heldUntil = performance.now() + LONGEST_MS
  hasScrolled = false
  clearTimeout(calm)
  document.documentElement.dataset.news = ""
}

/** The news are in the page. Where they have changed or moved something, people need time to see it. */
export function letPress(): void {
  const { dataset } = document.documentElement
  if (!before || ![...document.querySelectorAll<HTMLElement>(CONTROLS)].some(isNew)) {
    before = undefined
    delete dataset.news
    return
  }
  heldUntil = performance.now() + CALM_MS
  clearTimeout(calm)
  calm = setTimeout(() => delete dataset.news, CALM_MS)
}

const seen = (control: HTMLElement): Seen => ({
  meaning: meaningOf(control),
  box: control.getBoundingClientRect(),
  scrolled: { x: scrollX, y: scrollY },
})

/** What pressing it does, as far as it shows or says. A count or a time may go on, and so may the version of a request. */
function meaningOf(control: HTMLElement): string {
  const { form, value, pathname } = control as Partial<HTMLButtonElement & HTMLAnchorElement>
  const about = ["id", "to"].map((name) => {
    const field = form?.elements.namedItem(name)
    return field instanceof HTMLInputElement && field.type === "hidden" ? field.value : undefined
  })
  const texts = [control.ariaLabel, control.textContent].map((it) => it?.replace(/\d+/g, "0"))
  return JSON.stringify([texts, value?.replace(/\.\d+$/, ""), pathname, about])
}

function isNew(control: HTMLElement): boolean {
  const was = before?.get(control)
  const { meaning, box } = seen(control)
  const isSeen = box.width > 0 && box.bottom > 0 && box.top < innerHeight
  return isSeen && !(was?.meaning === meaning && placesOf(was).some((it) => isNear(it.x, box.x) && isNear(it.y, box.y)))
}

/** Where it would be if nothing had moved: in the window, and in the page, which people scroll. */
const placesOf = ({ box, scrolled }: Seen): DOMRect[] => [
  box,
  new DOMRect(box.x + scrolled.x - scrollX, box.y + scrolled.y - scrollY, box.width, box.height),
]

const isNear = (one: number, other: number) => Math.abs(one - other) < 2

/** Whether something with the same meaning stood where it is pressed; with a key, whether it had this meaning. */
function isAimedAt(control: HTMLElement, { detail, clientX, clientY }: MouseEvent): boolean {
  const meaning = meaningOf(control)
  if (detail === 0 || hasScrolled) return before?.get(control)?.meaning === meaning
  return [...(before?.values() ?? [])].some(
    (it) => it.meaning === meaning && placesOf(it).some((place) => isIn(place, clientX, clientY)),
  )
}

const isIn = ({ left, right, top, bottom }: DOMRect, x: number, y: number) =>
  x >= left && x <= right && y >= top && y <= bottom

function judge(event: MouseEvent): void {
  const control = event.target instanceof Element ? event.target.closest<HTMLElement>(CONTROLS) : null
  if (!control) return
  const isHeld = before && (event.detail === 0 ? performance.now() : pressedAt) < heldUntil
  if (isHeld && !isAimedAt(control, event)) {
    event.preventDefault()
    event.stopImmediatePropagation()
    told?.end()
    told = sayOverPage("This has just changed. Check it, then press again.", "warning", SHOWN_MS)
    return
  }
  // What changes from here on is by their own doing.
  before = undefined
  told?.end()
}

addEventListener("pointerdown", () => (pressedAt = performance.now()), true)
for (const scroll of ["wheel", "pointercancel"]) addEventListener(scroll, () => (hasScrolled = true), { passive: true })
addEventListener("click", judge, true)
