import type { PresentPerson } from "@/lib/requests/presence/contract"

/** More are counted. */
const MOST_NAMES = 2

/** What others do with a request, in one line; those who write come first. */
export function presenceInWords(people: readonly PresentPerson[]): string {
  const [writers, viewers] = [
    people.filter(({ doing }) => doing === "typing"),
    people.filter(({ doing }) => doing === "viewing"),
  ]
  return [sentence(writers, "writing…"), sentence(viewers, "looking at this too")].filter(Boolean).join(" · ")
}

function sentence(people: readonly PresentPerson[], what: string): string {
  if (people.length === 0) return ""
  // In its own direction, whatever its script.
  const names = people.slice(0, MOST_NAMES).map(({ name }) => `\u2068${name}\u2069`)
  const others = people.length - names.length
  if (others > 0) names.push(others === 1 ? "1 other" : `${others} others`)
  const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0]
  return `${list} ${people.length > 1 ? "are" : "is"} ${what}`
}

/**
 * Who has come, or has begun to write for the first time since they came: what is said aloud. Those who pause and write
 * on would drown everything else.
 * @param known who was there and whether they had written, which is brought up to date
 */
export function newcomers(people: readonly PresentPerson[], known: Map<string, boolean>): PresentPerson[] {
  const found = people.filter(({ id, doing }) => !known.has(id) || (doing === "typing" && !known.get(id)))
  const before = new Map(known)
  known.clear()
  for (const { id, doing } of people) known.set(id, doing === "typing" || before.get(id) === true)
  return found
}
