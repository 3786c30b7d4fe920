/** What a customer's list is narrowed to, and where it is: `after` is where this page begins, `back` those before it. */
export interface OwnList {
  status?: string
  q?: string
  after?: string
  back?: string
}

/** The address of a customer's list. */
export function ownListAddress(list: OwnList): string {
  const given = Object.entries(list).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return given.length > 0 ? `/requests?${new URLSearchParams(given)}` : "/requests"
}

const BETWEEN = "~"

/**
 * The addresses of the pages around this one. A cursor knows only what follows it, so the address keeps the cursors of
 * the pages that one came by.
 */
export function pagesAround({ after, back, ...list }: OwnList, next: string | null) {
  const trail = back?.split(BETWEEN) ?? []
  const [last, earlier] = [trail.at(-1), trail.slice(0, -1)]
  return {
    previous: after ? ownListAddress({ ...list, after: last, back: earlier.join(BETWEEN) }) : null,
    next: next && ownListAddress({ ...list, after: next, back: after && [...trail, after].join(BETWEEN) }),
  }
}
