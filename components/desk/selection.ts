/** What is ticked in a list. It is kept in the boxes themselves, so that a form sends it without scripts as well. */
const BOXES = "input[name='chosen[]']"

export const boxesIn = (root: Element): HTMLInputElement[] => [...root.querySelectorAll<HTMLInputElement>(BOXES)]

/** The id of the request that a box stands for. */
export const idIn = (value: string): string => value.replace(/\..*/, "")

/** Ticks or unticks boxes, and tells those who listen for changes. */
export function tick(boxes: readonly HTMLInputElement[], checked: boolean): void {
  for (const box of boxes) box.checked = checked
  boxes[0]?.dispatchEvent(new Event("input", { bubbles: true }))
}

/** Unticks everything, and says whether something was ticked. */
export function clear(root: Element): boolean {
  const ticked = [...root.querySelectorAll<HTMLInputElement>("input[type=checkbox]:checked")]
  tick(ticked, false)
  return ticked.length > 0
}

/** Has a click with Shift tick whatever is between two boxes, as the second one is. Returns how to end that. */
export function tickRanges(root: HTMLElement): () => void {
  let last: HTMLInputElement | undefined
  const click = ({ target, shiftKey }: MouseEvent) => {
    if (!(target instanceof HTMLInputElement) || !target.matches(BOXES)) return
    const boxes = boxesIn(root)
    const [from, to] = [last ? boxes.indexOf(last) : -1, boxes.indexOf(target)]
    if (shiftKey && from >= 0) tick(boxes.slice(Math.min(from, to), Math.max(from, to) + 1), target.checked)
    last = target
  }
  root.addEventListener("click", click)
  return () => root.removeEventListener("click", click)
}
