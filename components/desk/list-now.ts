/** Which list a window shows: its address without the request beside it and what is told once. */
export function listNow(): string {
  const query = new URLSearchParams(location.search)
  for (const name of ["open", "left"]) query.delete(name)
  return query.size > 0 ? `${location.pathname}?${query}` : location.pathname
}

const KEPT = "desk-list"

let kept: string | null = null

/** Keeps for this window which list somebody is in, for the way back from a page that it leads to. */
export function keepList(): void {
  kept = listNow()
  try {
    sessionStorage.setItem(KEPT, kept)
  } catch {
    // It is known until the page is loaded anew.
  }
}

/** The list that this window has shown last, the usual one if it has shown none. */
export function listBefore(): string {
  try {
    return sessionStorage.getItem(KEPT) ?? kept ?? LIST
  } catch {
    return kept ?? LIST
  }
}

export const LIST = "/desk"
