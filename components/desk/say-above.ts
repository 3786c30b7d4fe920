import { placeFor } from "@/components/desk/said-places"
import type { Heard } from "@/components/desk/watch-news"
import { placeOver } from "@/components/ui/say-over-page"
import { buttonStyle, TONES } from "@/components/ui/style"

let unread: readonly Heard[] = []
let told: HTMLElement | undefined
let sight: IntersectionObserver | undefined

/**
 * Says over the page what has just come while the place where it stands is out of sight, with a button that leads there,
 * until somebody presses it, dismisses it or scrolls there, or nothing of it is left. `stands` are the keys of all that the
 * page has. It is no live region: what watches the emergencies has said it to screen readers.
 */
export function sayAbove(heard: readonly Heard[], stands: ReadonlySet<string>): void {
  const keys = new Set(heard.map(({ key }) => key))
  unread = [...unread.filter(({ key }) => !keys.has(key)), ...heard].filter(({ key }) => stands.has(key))
  sight?.disconnect()
  const place = placeOf(unread)
  if (!place) {
    end()
    return
  }
  sight = new IntersectionObserver((seen) => (seen.at(-1)?.isIntersecting ? end() : show()))
  sight.observe(place)
}

const kindOf = (all: readonly Heard[]) => (all.some(({ tone }) => tone === "emergency") ? "emergency" : "check")

const placeOf = (all: readonly Heard[]) => (all.length === 0 ? null : placeFor(kindOf(all)))

function end(): void {
  sight?.disconnect()
  document.removeEventListener("close", place, true)
  told?.remove()
  ;[unread, told, sight] = [[], undefined, undefined]
}

function show(): void {
  const kind = kindOf(unread)
  // The latest of the most urgent, and how many others there are.
  const latest = unread.findLast(({ tone }) => tone === kind)
  const others = unread.length - 1
  const words = document.createElement("span")
  words.textContent = `${latest?.text ?? ""}${others > 0 ? ` And ${others} more.` : ""}`
  const lead = button(kind === "check" ? "Show check" : "Show emergency", kind === "check" ? "secondary" : "urgent", go)
  const dismiss = button("Dismiss", kind === "check" ? "secondary" : "urgent", end)
  told ??= document.createElement("p")
  told.className = `said-above ${TONES[kind === "check" ? "warning" : "alarm"]}`
  told.replaceChildren(words, lead, dismiss)
  place()
  document.addEventListener("close", place, true)
}

/** Over a dialog that is open, and over the page once it is closed. */
function place(): void {
  if (!told) return
  placeOver().append(told)
  // Beside a dialog that is open nothing is heard but what is in it.
  if (told.closest("dialog")) told.role = "alert"
  else told.removeAttribute("role")
}

function button(label: string, variant: "urgent" | "secondary", press: () => void): HTMLButtonElement {
  const made = document.createElement("button")
  made.type = "button"
  made.className = buttonStyle(variant)
  made.textContent = label
  made.addEventListener("click", press)
  return made
}

/** Leads to the section, which a screen reader then names, and from which Tab goes on to what can be done. */
function go(): void {
  const section = placeOf(unread)?.closest("section")
  document.querySelector<HTMLDialogElement>("dialog:modal")?.close()
  end()
  if (!section) return
  section.tabIndex = -1
  section.scrollIntoView({ block: "start" })
  section.focus({ preventScroll: true })
}
