import { HAZARDS, type Hazard, type HazardInText } from "@/lib/model/hazard"
import type { ReadText } from "../read-text"
import { SMALL_WORDS } from "../small-words"
import { spelled, type Token } from "../tokens"
import { EVERYDAY_WORDS } from "./everyday-words"
import { FOREIGN_SMALL_WORDS } from "./foreign-small-words"
import { FOREIGN_WORDS } from "./foreign-words"

interface Pattern {
  hazard: Hazard
  parts: string[]
  isStem: boolean
}

/** Scripts that set no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Letters of scripts that none of our languages is written in, and those that Urdu and Persian have and Arabic has not. */
const FOREIGN = /(?![\p{Script=Latin}\p{Script=Arabic}\p{Script=Devanagari}])\p{L}|[گپچژڈٹڑںےہھکی]/u

const everyday = EVERYDAY_WORDS.split(",").map((entry) => {
  const word = entry.trim()
  return { word: spelled(word.replace("*", "")), isStem: word.endsWith("*"), isUnspaced: UNSPACED.test(word) }
})

const patterns: Pattern[] = HAZARDS.flatMap((hazard) =>
  Object.values(FOREIGN_WORDS)
    .flatMap((words) => words[hazard].split(","))
    .map((entry) => {
      const word = entry.trim()
      const isStem = word.endsWith("*")
      return { hazard, parts: (isStem ? word.slice(0, -1) : word).split(/[\s-]+/).map(spelled), isStem }
    }),
)
patterns.sort((one, other) => other.parts.join("").length - one.parts.join("").length)
const unspaced = patterns.filter(({ parts: [first = ""] }) => UNSPACED.test(first))
const spaced = new Map<string, Pattern[]>()
for (const pattern of patterns) {
  const key = (pattern.parts[0] ?? "").slice(0, 2)
  spaced.set(key, [...(spaced.get(key) ?? []), pattern])
}
const wordsOf = (list: string) => new Set(list.split(",").map((word) => spelled(word.trim())))
const foreign = wordsOf(FOREIGN_SMALL_WORDS)
const familiar = wordsOf(SMALL_WORDS.join(","))

/** A word for gas, carbon monoxide or an alarm in a text that is in none of the languages that the rules know. */
export function vocabularyIn(read: ReadText): HazardInText | undefined {
  const { text, tokens } = read
  const small = smallWords(read)
  const isOther = isOfOthers(small)
  const isCounted = (pattern: Pattern, at: number): boolean => {
    const { word = "", start = 0, end = 0 } = tokens[at] ?? {}
    if (FOREIGN.test(text.slice(start, end))) return true
    // A small word of ours, such as “is”, is soot in Turkish only among words that are Turkish.
    if (familiar.has(word) && !SHARED.test(word) && small.others <= small.ours) return false
    // A text of few words may have no small ones: then a word that none of our languages has tells that it is foreign.
    return isOther || (small.ours === 0 && isClear(pattern) && !read.isKnown(at))
  }
  const isUnspaced = UNSPACED.test(text)
  for (const [at, { word, start, end }] of tokens.entries()) {
    const spoken = spokenAt(tokens, at)
    if (spoken && isCounted(spoken, at))
      return { hazard: spoken.hazard, words: text.slice(start, tokens[at + spoken.parts.length - 1]?.end) }
    const within = isUnspaced ? unspaced.find(({ parts }) => word.includes(parts.join(""))) : undefined
    if (within) return { hazard: within.hazard, words: text.slice(start, Math.min(end, start + LONGEST)) }
  }
  return undefined
}

/** Whether a text is in a language that the rules do not know. */
export const isForeign = (read: ReadText): boolean => isOfOthers(smallWords(read))

/** A name in other letters does not make a text foreign. */
const isOfOthers = ({ ours, others, lettered }: SmallWords): boolean => others + lettered > ours

/**
 * Whether a text may tell of a danger in words that nobody knows: in a language that the rules do not know, and not about
 * bills, addresses and the like.
 */
export function mayTellInForeignWords(read: ReadText): boolean {
  return isForeign(read) && (vocabularyIn(read) !== undefined || !isEveryday(read))
}

const isEveryday = ({ tokens }: ReadText): boolean =>
  tokens.some(({ word: found }) =>
    everyday.some(({ word, isStem, isUnspaced }) =>
      isUnspaced ? found.includes(word) : isStem ? found.startsWith(word) : found === word,
    ),
  )

const LONGEST = 80

const spokenAt = (tokens: readonly Token[], at: number): Pattern | undefined =>
  spaced.get((tokens[at]?.word ?? "").slice(0, 2))?.find((pattern) => stands(pattern, tokens, at))

function stands({ parts, isStem }: Pattern, tokens: readonly Token[], at: number): boolean {
  return parts.every((part, i) => matches(tokens[at + i]?.word, part, isStem && i === parts.length - 1))
}

const matches = (found: string | undefined, part: string, isStem: boolean) =>
  isStem ? (found?.startsWith(part) ?? false) : found === part

/** Beginnings of words that many languages share. */
const SHARED = /^(gas|gaz|alarm|detec|detek|sensor|monox|monoks|co2?$)/

/** Whether a word is long enough to be no chance in a text that may be in any language. */
const isClear = ({ parts }: Pattern) => parts.join("").length > 4

/** How many words are small ones of our languages, small ones of others, and in letters that only others have. */
interface SmallWords {
  ours: number
  others: number
  lettered: number
}

/** A word for danger that only others have counts as two. */
function smallWords(read: ReadText): SmallWords {
  let [ours, others, lettered] = [0, 0, 0]
  for (const [at, { word, start, end }] of read.tokens.entries()) {
    const [isOurs, isTheirs] = [familiar.has(word), foreign.has(word)]
    if (FOREIGN.test(read.text.slice(start, end))) lettered++
    if (isOurs && !isTheirs) ours++
    if (isTheirs && !isOurs) others++
    const danger = isOurs || SHARED.test(word) || read.isKnown(at) ? undefined : spokenAt(read.tokens, at)
    if (danger && isClear(danger)) others += 2
  }
  return { ours, others, lettered }
}
