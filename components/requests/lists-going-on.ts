import type { ListedFile } from "@/components/requests/listed-file"

/** Files of this window that are sent, whatever page it shows. */
interface ListGoingOn {
  readonly subscribe: (listener: () => void) => () => void
  readonly snapshot: () => readonly ListedFile[]
}

const lists = new Map<string, ListGoingOn>()
/** Where the files of the unfinished request go that were chosen last. */
let latest: string | undefined

/**
 * The files that are still to be attached to something, also when the page has been left that they were chosen on; to the
 * unfinished request of this window, or what it has become, unless told to what.
 */
export const goingOn = (to = latest): ListGoingOn | undefined => (to ? lists.get(to) : undefined)

/** Keeps a list as long as there is something to say of it. */
export function keepGoing(to: string, list: ListGoingOn): void {
  if (to.startsWith("/uploads/drafts/")) latest = to
  if (list.snapshot().length > 0) lists.set(to, list)
  else if (lists.get(to) === list) lists.delete(to)
}
