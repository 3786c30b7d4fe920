import type { NamedPerson } from "@/lib/model/person"

const folded = (text: string) => text.toLowerCase().replace(/\s+/g, " ")

/** Whether a name ends where the text goes on. */
const endsAt = (text: string, at: number) => !/^[\p{L}\p{N}]/u.test(text.slice(at))

/**
 * Whom a text mentions: `@` before a whole name, or before a first name that only one of these people has. Of names that
 * begin alike the longest counts. An `@` within a word, as in an email address, mentions nobody.
 */
export function mentionsIn(text: string, people: readonly NamedPerson[]): NamedPerson[] {
  const words = folded(text)
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length)
  const found = new Set<NamedPerson>()
  for (const { index } of words.matchAll(/(?<![\p{L}\p{N}.])@/gu)) {
    const rest = words.slice(index + 1)
    const starts = (name: string) => rest.startsWith(name) && endsAt(rest, name.length)
    const whole = byLength.find(({ name }) => starts(folded(name)))
    const first = whole ? [] : people.filter(({ name }) => starts(folded(name).split(" ")[0] ?? name))
    const mentioned = whole ?? (first.length === 1 ? first[0] : undefined)
    if (mentioned) found.add(mentioned)
  }
  return [...found]
}
