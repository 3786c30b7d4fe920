import { type RefObject, useEffect } from "react"

/**
 * Dragging a request onto a person does what ticking it and choosing the person does: it fills the form in and sends
 * it. Of what is ticked all goes along when one of them is dragged, as with files.
 */
export function useDrop(board: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = board.current
    if (!root) return
    const leaving = new AbortController()
    const on = <K extends "dragstart" | "dragover" | "dragleave" | "dragend" | "drop">(
      kind: K,
      listen: (event: DragEvent) => void,
    ) => root.addEventListener(kind, listen, { signal: leaving.signal })
    on("dragstart", (event) => {
      const request = near(event, "[data-request]")?.dataset.request
      if (request) event.dataTransfer?.setData(KIND, request)
    })
    on("dragover", (event) => {
      const person = event.dataTransfer?.types.includes(KIND) ? near(event, "[data-person]") : null
      point(root, person)
      if (person) event.preventDefault()
    })
    for (const kind of ["dragleave", "dragend"] as const) on(kind, () => point(root, null))
    on("drop", (event) => {
      point(root, null)
      const [request, person] = [event.dataTransfer?.getData(KIND), near(event, "[data-person]")?.dataset.person]
      if (!request || !person) return
      event.preventDefault()
      give(root, request, person)
    })
    return () => leaving.abort()
  }, [board])
}

const KIND = "application/x-service-request"

const near = ({ target }: Event, selector: string): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null

/** Shows whose a request would be. */
function point(root: HTMLElement, person: HTMLElement | null): void {
  for (const before of root.querySelectorAll<HTMLElement>("[data-over]"))
    if (before !== person) delete before.dataset.over
  if (person) person.dataset.over = ""
}

function give(root: HTMLElement, request: string, person: string): void {
  const form = root.closest("form")
  const select = form?.elements.namedItem("assigneeId")
  if (!form || !(select instanceof HTMLSelectElement)) return
  const boxes = [...form.querySelectorAll<HTMLInputElement>("input[name='chosen[]']")]
  const dragged = boxes.find(({ value }) => value === request)
  if (!dragged?.checked) for (const box of boxes) box.checked = box === dragged
  select.value = person
  form.requestSubmit()
}
