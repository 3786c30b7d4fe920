const MOST = 6
/** What a double click shows. */
const CLOSER = 2.5

interface Point {
  x: number
  y: number
}

/** Makes a photo larger under two fingers, the wheel or a double click, and moves it under one. Returns how to end that. */
export function followFingers(photo: HTMLElement): () => void {
  const fingers = new Map<number, Point>()
  const view = { scale: 1, x: 0, y: 0 }
  const ended = new AbortController()
  const on = <K extends keyof HTMLElementEventMap>(kind: K, hear: (event: HTMLElementEventMap[K]) => void) =>
    photo.addEventListener(kind, hear, { signal: ended.signal, passive: false })

  /** Keeps the point under the fingers where it is. */
  function zoom(scale: number, { x, y }: Point): void {
    const to = Math.min(MOST, Math.max(1, scale))
    const box = (photo.parentElement ?? photo).getBoundingClientRect()
    const from = { x: x - box.x - box.width / 2, y: y - box.y - box.height / 2 }
    view.x = from.x - ((from.x - view.x) * to) / view.scale
    view.y = from.y - ((from.y - view.y) * to) / view.scale
    view.scale = to
    show(box)
  }

  /** Never so far that the photo leaves its box. */
  function show(box = (photo.parentElement ?? photo).getBoundingClientRect()): void {
    const [mostX, mostY] = [((view.scale - 1) * box.width) / 2, ((view.scale - 1) * box.height) / 2]
    view.x = Math.min(mostX, Math.max(-mostX, view.x))
    view.y = Math.min(mostY, Math.max(-mostY, view.y))
    photo.style.translate = `${view.x}px ${view.y}px`
    photo.style.scale = String(view.scale)
  }

  on("pointerdown", (event) => {
    photo.setPointerCapture(event.pointerId)
    fingers.set(event.pointerId, { x: event.x, y: event.y })
  })
  on("pointermove", (event) => {
    const last = fingers.get(event.pointerId)
    if (!last) return
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId)
    if (other) zoom((view.scale * distance(event, other[1])) / distance(last, other[1]), middle(event, other[1]))
    else {
      view.x += event.x - last.x
      view.y += event.y - last.y
      show()
    }
    fingers.set(event.pointerId, { x: event.x, y: event.y })
  })
  for (const kind of ["pointerup", "pointercancel"] as const) on(kind, ({ pointerId }) => fingers.delete(pointerId))
  on("dblclick", (event) => zoom(view.scale > 1 ? 1 : CLOSER, event))
  on("wheel", (event) => {
    // The wheel alone moves the page.
    if (!event.ctrlKey) return
    event.preventDefault()
    zoom(view.scale * Math.exp(-event.deltaY / 100), event)
  })
  return () => ended.abort()
}

const distance = (a: Point, b: Point): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y))
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
