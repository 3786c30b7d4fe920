export interface Token {
  /** In the spelling that word lists are kept in. */
  word: string
  /** The word without what Arabic joins to it: and, the, with. */
  bare?: string
  start: number
  end: number
  /** The separator before the word: 0 none, 1 a pause such as a comma, 2 the end of a sentence. */
  gap: 0 | 1 | 2
}

// With the marks that Arabic and Indian writing need, joiners that nobody sees, and an apostrophe as in "don't".
const WORD = /[\p{L}\p{M}\p{N}\p{Cf}]+(?:['’](?:nt|t|s|re|ve|ll|m|d)(?![\p{L}\p{M}]))?/gu
const SENTENCE = /[.!?;\n。।॥؟؛…]/
const PAUSE = /[,:()[\]،"“”„«»/|]|\s[-–—]|[–—]/

/** The words of a text in the order they stand, as they are spelled in word lists. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let last = 0
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const between = text.slice(last, index)
    last = index + found.length
    const gap = SENTENCE.test(between) ? 2 : PAUSE.test(between) ? 1 : 0
    const word = spelled(found)
    tokens.push({ word, bare: bareArabic(word), start: index, end: last, gap })
  }
  return tokens
}

const ASCII = /^[a-z0-9']*$/
const LETTERS: Record<string, string> = {
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ى: "ي",
  ی: "ي",
  ة: "ه",
  ک: "ك",
  "\u0901": "\u0902",
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g")
/** Accents, vowel signs that Arabic may leave out, its stretching line, the dot below of Hindi, joiners, apostrophes. */
const UNWRITTEN =
  /[\u0300-\u036f]|[\u0610-\u061a]|[\u064b-\u065f]|\u0670|\u093c|[\u200b-\u200f]|[\u2060-\u2064]|[\u00ad\u0640\ufeff'’]/g
const DRAWN_OUT = /(\D)\1{2,}/g

/** Small letters without what may be left out, and with none drawn out for emphasis. */
export function spelled(found: string): string {
  const small = found.toLowerCase()
  const written = ASCII.test(small) ? small.replaceAll("'", "") : decomposed(small).replace(UNWRITTEN, "")
  return written.replace(DRAWN_OUT, "$1")
}

const decomposed = (word: string) => word.normalize("NFKD").replace(LETTER, (letter) => LETTERS[letter] ?? "")

function bareArabic(word: string): string | undefined {
  if (!/^[وفبلكا]/.test(word)) return undefined
  const bare = word.replace(/^[وف]?(?:[بك]?ال|لل)(?=...)/, "")
  return bare === word ? word.replace(/^[وبل](?=....)/, "") : bare
}
