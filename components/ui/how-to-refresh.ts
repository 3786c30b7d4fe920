"use client"

/**
 * Whether the page can be made anew. Where it cannot, Next leaves it for its address, so that the browser shows that it is
 * offline, or that the page is not there, and what was being typed is gone: `away` while the server cannot be asked, `gone`
 * when the request that is shown is no longer there for its viewer, who has written something, `over` when they are signed out.
 */
export async function howToRefresh(): Promise<"now" | "away" | "gone" | "over"> {
  const id = shownRequest()
  const answer = await fetch(id ? `/api/v1/requests/${id}` : "/readyz", {
    cache: "no-store",
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined)
  if (answer?.status === 404 && id !== undefined && id === shownRequest() && hasWords()) return "gone"
  if (answer?.status === 401) return "over"
  return !answer || answer.status >= 500 || answer.status === 429 ? "away" : "now"
}

const shownRequest = () => document.documentElement.dataset.request

/** Whether anything is written on the page that was not sent. */
const hasWords = () =>
  [...document.querySelectorAll("textarea")].some((it) => it.value.trim() && it.value !== it.defaultValue)
