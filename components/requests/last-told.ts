import type { TimelineEntry } from "@/lib/requests/contract"

/** The latest entries of a request, oldest first. */
type Latest = readonly Pick<TimelineEntry, "kind" | "data" | "actor" | "createdAt">[]

/** What staff last wrote for the customer, unless something has been said or done since that it does not speak of. */
export function lastTold(entries: Latest) {
  const entry = entries.findLast(({ kind }) => kind === "moved" || kind === "messaged")
  const isTheirs = entry?.kind === "messaged" && entry.data.from === "customer"
  const text = entry?.kind === "moved" ? entry.data.note : entry?.data.message
  if (!entry || isTheirs || typeof text !== "string") return undefined
  return { entry, text, name: entry.kind === "moved" ? "note" : "message" }
}

/** Whether what this person has done last is still the news, since nobody has answered it. */
export function isStillNews(entries: Latest, personId: string): boolean {
  const own = entries.findLastIndex(({ actor }) => actor?.id === personId)
  const later = entries.slice(own + 1)
  return !later.some(({ kind, data, actor }) =>
    actor ? actor.id !== personId : kind === "moved" && data.because !== "reply",
  )
}
