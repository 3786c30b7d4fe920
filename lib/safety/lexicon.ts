import { bitsOf, CONCEPTS, type Concept, type Language } from "./concept"
import { spelled, type Token } from "./tokens"

interface Part {
  word: string
  stem: boolean
}

interface Entry {
  language: number
  /** Nothing for a phrase that only takes its words away. */
  bits: number
  first: Part
  rest: Part[]
}

/** What the words of a text mean in one language: a set of concepts each. */
export interface Reading {
  meanings: Int32Array
  /** Where the phrase ends that begins at a word: the word itself when it stands alone, COVERED within one. */
  ends: Int32Array
}

export const UNKNOWN = -1
export const COVERED = -2

const KEY = 3

/** Word lists of several languages, made ready to read a text in all of them at once. */
export function lexiconOf(languages: readonly Language[]): (tokens: readonly Token[]) => Reading[] {
  const words = new Map<string, Entry[]>()
  const stems = new Map<string, Entry[]>()
  for (const entry of languages.flatMap(entriesOf)) {
    const { word, stem } = entry.first
    const [index, key] = stem ? [stems, word.slice(0, KEY)] : [words, word]
    index.set(key, [...(index.get(key) ?? []), entry])
  }

  const of = (word: string) => [
    ...(words.get(word) ?? []),
    ...(stems.get(word.slice(0, KEY))?.filter(({ first }) => word.startsWith(first.word)) ?? []),
  ]

  return (tokens) => {
    const readings = languages.map(() => emptyReading(tokens.length))
    for (const [at, { word, bare }] of tokens.entries())
      for (const entry of bare ? [...of(word), ...of(bare)] : of(word)) put(readings, entry, tokens, at)
    return readings
  }
}

const emptyReading = (length: number): Reading => ({
  meanings: new Int32Array(length),
  ends: new Int32Array(length).fill(UNKNOWN),
})

/** A phrase takes the place of what its words mean alone, and a longer phrase that of a shorter one. */
function put(readings: Reading[], { language, bits, rest }: Entry, tokens: readonly Token[], at: number): void {
  const reading = readings[language]
  if (!reading || !follows(rest, tokens, at)) return
  const { meanings, ends } = reading
  const [end, known] = [at + rest.length, ends[at] ?? UNKNOWN]
  // Inside a phrase that began before.
  if (known === COVERED) return
  if (end < known) return
  meanings[at] = end > known && rest.length > 0 ? bits : (meanings[at] ?? 0) | bits
  ends[at] = end
  for (let covered = at + 1; covered <= end; covered++) ends[covered] = COVERED
}

const follows = (rest: Part[], tokens: readonly Token[], at: number) =>
  rest.every((part, index) => {
    const token = tokens[at + 1 + index]
    return token && (matches(part, token.word) || (token.bare !== undefined && matches(part, token.bare)))
  })

const matches = ({ word, stem }: Part, found: string) => (stem ? found.startsWith(word) : found === word)

function entriesOf(language: Language, index: number): Entry[] {
  return ([...CONCEPTS, "plain"] as const).flatMap((concept) =>
    language[concept]
      .split(",")
      .map((pattern) => pattern.trim().split(/\s+/).filter(Boolean).map(partOf))
      .flatMap(([first, ...rest]) => (first ? [{ language: index, bits: bitsFor(concept), first, rest }] : [])),
  )
}

const bitsFor = (concept: Concept | "plain") => (concept === "plain" ? 0 : bitsOf(concept))

function partOf(pattern: string): Part {
  const stem = pattern.endsWith("*")
  const word = spelled(stem ? pattern.slice(0, -1) : pattern)
  return { word, stem: stem && word.length >= KEY }
}
