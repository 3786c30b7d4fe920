import { fold, foldWords } from "./fold-words"

/** Digits as people write phone numbers: in groups, with a plus, hyphens, dots and brackets. */
const NUMBER = /(?<![\p{L}\p{N}])[+(]{0,2}\d[\d\s().\-/\u2010-\u2015]{5,}\d(?![\p{L}\p{N}])/gu
const GAPS = /[\s,;/&()"<>|]+/u
/** So many last digits tell phone numbers apart, however their country and area are written. */
const TELLING = 9

/**
 * What each word of a search must be part of, in folded text that begins and ends with a space. Three letters are found
 * anywhere, two begin a word, one is a word; where words are not set apart by spaces, each character counts.
 */
export function searchPatterns(typed: string): string[] {
  const numbers: string[] = []
  const rest = typed.normalize("NFKC").replace(NUMBER, (written) => {
    const digits = written.replace("(0)", "").replace(/\D/g, "")
    if (digits.length < TELLING) return written
    numbers.push(digits.slice(-TELLING))
    return " "
  })
  const words = rest.split(GAPS).map((word) => foldWords(word).trim())
  return [...new Set([...numbers, ...words.filter(Boolean).map(patternOf)])]
}

const DENSE = /[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\u{20000}-\u{3ffff}]/u

function patternOf(word: string): string {
  if (DENSE.test(word)) return word
  // The beginning of a phone number or of its area, which others write with their country in front.
  if (/^0\d{4,}$/.test(word)) return word.replace(/^0+(?=\d{3})/, "")
  const { length } = [...word]
  return length > 2 ? word : length === 2 ? ` ${word}` : ` ${word} `
}

/** The keys of `search_grams` that every text with the pattern has. */
export function gramsOf(pattern: string): string[] {
  const characters = [...pattern]
  const dense = characters.flatMap((one, i) => {
    const next = characters[i + 1]
    if (!DENSE.test(one)) return []
    return next !== undefined && DENSE.test(next) ? [one + next] : [one]
  })
  const threes = characters.slice(2).map((_, i) => characters.slice(i, i + 3).join(""))
  return [...new Set([...dense, ...threes])]
}

const SIGN = "[2-9A-Z]{4}"
const GAP = "[^A-Z0-9]{0,3}"
const REFERENCES = [
  new RegExp(`(?=GR${GAP}(${SIGN})${GAP}(${SIGN}))`, "g"),
  new RegExp(`(?=(?<![A-Z0-9])(${SIGN})${GAP}(${SIGN})(?![A-Z0-9]))`, "g"),
]

/** Whatever could be a reference in a search, in the official spelling: "about GR‑7k3m 9Q2F" has GR-7K3M-9Q2F. */
export function referencesIn(typed: string): string[] {
  const letters = typed.normalize("NFKC").toUpperCase()
  const found = REFERENCES.flatMap((pattern) => [...letters.matchAll(pattern)].map(([, a, b]) => `GR-${a}-${b}`))
  return [...new Set(found)]
}

/** A part of a text, and whether the search found it. */
export interface MarkedPart {
  text: string
  /** Where it begins. */
  at: number
  found: boolean
}

/** A text in parts, so that what the patterns found in it can be marked. */
export function markFound(shown: string, patterns: readonly string[]): MarkedPart[] {
  const { text, from, to } = fold(` ${shown} `)
  const marked = new Set<number>()
  for (const pattern of patterns) {
    const [before, after] = [pattern.length - pattern.trimStart().length, pattern.length - pattern.trimEnd().length]
    for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1))
      for (let place = from[at + before] ?? 0; place < (to[at + pattern.length - after - 1] ?? 0); place++)
        marked.add(place - 1)
  }
  const parts: MarkedPart[] = []
  for (const [i, unit] of shown.split("").entries()) {
    const found = marked.has(i)
    const last = parts.at(-1)
    if (last?.found === found) last.text += unit
    else parts.push({ text: unit, at: i, found })
  }
  return parts
}
