import { bitsOf, CONCEPTS, type Language, rolesOf, WORD_ROLES } from "./concept"
import { spelled, type Token } from "./tokens"

interface Part {
  word: string
  stem: boolean
}

interface Entry {
  language: number
  /** Nothing of either for a phrase that only takes its words away. */
  bits: number
  roles: number
  first: Part
  rest: Part[]
}

/** For each word of a text in one language, its meanings and its roles as bit sets. */
export interface WordMeanings {
  meanings: Int32Array
  roles: Int32Array
  /** Where the phrase ends that begins at a word: the word itself when it stands alone, COVERED within one. */
  ends: Int32Array
}

export const UNKNOWN = -1
export const COVERED = -2

const KEY = 3
const NONE: readonly Entry[] = []

/** Prepares the word lists of several languages and returns a function that reads a text in all of them at once. */
export function lexiconOf(languages: readonly Language[]): (tokens: readonly Token[]) => WordMeanings[] {
  const words = new Map<string, Entry[]>()
  const stems = new Map<string, Entry[]>()
  for (const entry of languages.flatMap(entriesOf)) {
    const { word, stem } = entry.first
    const [index, key] = stem ? [stems, word.slice(0, KEY)] : [words, word]
    index.set(key, [...(index.get(key) ?? []), entry])
  }

  const read = (readings: WordMeanings[], word: string, tokens: readonly Token[], at: number) => {
    for (const entry of words.get(word) ?? NONE) put(readings, entry, tokens, at)
    for (const entry of stems.get(word.slice(0, KEY)) ?? NONE)
      if (word.startsWith(entry.first.word)) put(readings, entry, tokens, at)
  }

  return (tokens) => {
    const readings = languages.map(() => emptyReading(tokens.length))
    for (const [at, { word, bare }] of tokens.entries()) {
      read(readings, word, tokens, at)
      if (bare) read(readings, bare, tokens, at)
    }
    return readings
  }
}

const emptyReading = (length: number): WordMeanings => ({
  meanings: new Int32Array(length),
  roles: new Int32Array(length),
  ends: new Int32Array(length).fill(UNKNOWN),
})

/** A phrase takes the place of what its words mean alone, and a longer phrase that of a shorter one. */
function put(
  readings: WordMeanings[],
  { language, bits, roles, rest }: Entry,
  tokens: readonly Token[],
  at: number,
): void {
  const reading = readings[language]
  if (!reading) return
  const { meanings, ends } = reading
  const [end, known] = [at + rest.length, ends[at] ?? UNKNOWN]
  // Inside a phrase that began before, or less than what is known.
  if (known === COVERED || end < known || !follows(rest, tokens, at)) return
  const isLonger = end > known && rest.length > 0
  meanings[at] = isLonger ? bits : (meanings[at] ?? 0) | bits
  reading.roles[at] = isLonger ? roles : (reading.roles[at] ?? 0) | roles
  ends[at] = end
  for (let covered = at + 1; covered <= end; covered++) ends[covered] = COVERED
}

/** Counted by hand, as it is done for every phrase that a word may begin. */
function follows(rest: readonly Part[], tokens: readonly Token[], at: number): boolean {
  for (let index = 0; index < rest.length; index++) {
    const [part, token] = [rest[index], tokens[at + 1 + index]]
    if (!part || !token) return false
    if (!matches(part, token.word) && !(token.bare && matches(part, token.bare))) return false
  }
  return true
}

const matches = ({ word, stem }: Part, found: string) => (stem ? found.startsWith(word) : found === word)

const SENSES = [
  ...CONCEPTS.map((sense) => ({ sense, bits: bitsOf(sense), roles: 0 })),
  ...WORD_ROLES.map((sense) => ({ sense, bits: 0, roles: rolesOf(sense) })),
  { sense: "plain", bits: 0, roles: 0 },
] as const

function entriesOf(words: Language, language: number): Entry[] {
  return SENSES.flatMap(({ sense, bits, roles }) =>
    words[sense]
      .split(",")
      .map((pattern) => pattern.trim().split(/\s+/).filter(Boolean).map(partOf))
      .flatMap(([first, ...rest]) => (first ? [{ language, bits, roles, first, rest }] : [])),
  )
}

function partOf(pattern: string): Part {
  const stem = pattern.endsWith("*")
  const word = spelled(stem ? pattern.slice(0, -1) : pattern)
  return { word, stem: stem && word.length >= KEY }
}
