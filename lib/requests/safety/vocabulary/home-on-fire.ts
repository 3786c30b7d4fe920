import type { HazardInText } from "@/lib/model/hazard"
import type { ReadText } from "../read-text"
import { spelled } from "../tokens"
import { type FireWords, HOME_FIRE_WORDS } from "./home-fire-words"

/** A fire is told of in one sentence, and home and fire stand close to one another in it. */
const SENTENCES = /[.!?\n;。！？।؟]+/u
const CLOSE = 6
/** Scripts that set no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Myanmar}]/u

interface Phrase {
  parts: string[]
  isStem: boolean
}

const phrasesOf = (list = ""): Phrase[] =>
  list
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => ({ parts: wordsOf(entry.replace("*", "")), isStem: entry.endsWith("*") }))

const wordsOf = (text: string): string[] =>
  text
    .split(/[^\p{L}\p{M}\p{N}\u200c]+/u)
    .filter(Boolean)
    .map(spelled)

/** A phrase for burning, and what has to be true of the sentence around it. */
interface Burning {
  phrase: Phrase
  home: Phrase[]
  unless: Phrase[]
  /** How many words on the home may stand; directly before it where the home itself burns. */
  within: number
  notBefore: Phrase[]
  before?: Phrase[]
}

/** The phrases for burning of all languages by how their first word begins, since almost no text has one. */
const BURNS = new Map<string, Burning[]>()
/** Those of scripts that set no spaces, which may stand anywhere in what looks like a word. */
const BURNS_UNSPACED: Burning[] = []
for (const { home, burns, unless = "", also = [] } of Object.values(HOME_FIRE_WORDS))
  for (const group of [{ words: burns, unless }, ...also]) addBurning(home, group)

function addBurning(home: string, { words, things, unless, notBefore, before, isOfHomeItself }: FireWords): void {
  const rest = {
    home: phrasesOf([home, things].join()),
    unless: phrasesOf(unless),
    notBefore: phrasesOf(notBefore),
    before: before === undefined ? undefined : phrasesOf(before),
    within: isOfHomeItself ? 1 : CLOSE,
  }
  for (const phrase of phrasesOf(words)) {
    const [key, burning] = [beginning(phrase.parts[0]), { phrase, ...rest }]
    BURNS.set(key, [...(BURNS.get(key) ?? []), burning])
    if (UNSPACED.test(phrase.parts.join(""))) BURNS_UNSPACED.push(burning)
  }
}

function beginning(word = ""): string {
  return word.slice(0, 2)
}

/** Where a text says in one sentence that a home is on fire now: a danger in any language. */
export function homeOnFire({ text }: ReadText): HazardInText | undefined {
  const sentence = text.split(SENTENCES).find(tellsOfFireAtHome)
  return sentence === undefined ? undefined : { hazard: "gas", words: sentence.trim().slice(0, LONGEST) }
}

const LONGEST = 80

function tellsOfFireAtHome(sentence: string): boolean {
  const words = wordsOf(sentence)
  const isUnspaced = UNSPACED.test(sentence)
  return words.some((word, fire) => {
    const isRun = isUnspaced && UNSPACED.test(word)
    const found = isRun ? BURNS_UNSPACED : (BURNS.get(beginning(word)) ?? [])
    return found.some(({ phrase, home, unless, within, notBefore, before }) => {
      if (!stands(phrase, words, fire, isRun)) return false
      const behind = fire + phrase.parts.length
      if (notBefore.some((it) => stands(it, words, behind, false))) return false
      if (before && behind < words.length && !before.some((it) => stands(it, words, behind, false))) return false
      if (placesOf(unless, words, isUnspaced).length > 0) return false
      if (within === 1) return home.some((it) => stands(it, words, fire - it.parts.length, false))
      return placesOf(home, words, isUnspaced).some((at) => fire - at <= within && at - behind < within)
    })
  })
}

function placesOf(phrases: readonly Phrase[], words: readonly string[], isUnspaced: boolean): number[] {
  return words.flatMap((word, at) =>
    phrases.some((phrase) => stands(phrase, words, at, isUnspaced && UNSPACED.test(word))) ? [at] : [],
  )
}

function stands({ parts, isStem }: Phrase, words: readonly string[], at: number, isUnspaced: boolean): boolean {
  if (isUnspaced) return words[at]?.includes(parts.join("")) ?? false
  return parts.every((part, i) => {
    const word = words[at + i]
    return isStem && i === parts.length - 1 ? word?.startsWith(part) : word === part
  })
}
