import { rolesOf } from "../concept"
import { isNegated } from "../negation"
import type { ReadText } from "../read-text"
import { SIGNS } from "../rules"

/** How many weights there are. Features share them by their hash. */
export const BUCKETS = 1 << 16

/** What a text shows, as numbers of weights, how much each counts, and the word it stands at. */
export interface Features {
  buckets: number[]
  values: number[]
  at: number[]
}

const [WORD, PAIR, SKIP, LETTERS, CONCEPT, COMPANY, ROLE, TOPIC, TOPICS2] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const LONGEST_WORD = 24
/** Letters count for more than the other groups: they know a word of the corpus again in the forms it did not stand in. */
const LETTERS_SHARE = 2.5
/** So many signs are looked at for a denial, so that the cost of a long text stays linear. */
const MOST_DENIALS = 40
const PARTICLE = rolesOf("particle")

/** For each weight the number of the text that last used it: quicker than a set for each text. */
const lastText = new Float64Array(BUCKETS)
let texts = 0

/** Groups of features, each of which counts as much as its share however long the text is. */
class Collected implements Features {
  readonly buckets: number[] = []
  readonly values: number[] = []
  readonly at: number[] = []
  readonly #text = ++texts

  add(hash: number, at: number): void {
    const bucket = mixed(hash) & (BUCKETS - 1)
    if (lastText[bucket] === this.#text) return
    lastText[bucket] = this.#text
    this.buckets.push(bucket)
    this.at.push(at)
  }

  /** Ends a group. */
  close(share: number): void {
    const [first, last] = [this.values.length, this.buckets.length]
    const value = share / Math.sqrt(Math.max(4, last - first))
    for (let index = first; index < last; index++) this.values.push(value)
  }
}

/** The words of a text from `first` to just before `end`. */
export interface Part {
  first: number
  end: number
}

/** What the words, their letters, their meanings and topics in a part of a text show. */
export function featuresOf(read: ReadText, part: Part = { first: 0, end: read.tokens.length }): Features {
  const found = new Collected()
  addWords(found, read, part)
  addLetters(found, read, part)
  addMeanings(found, read, part)
  addTopics(found, read, part)
  return found
}

function addWords(found: Collected, { tokens }: ReadText, { first, end }: Part): void {
  let [before, beforeThat] = [0, 0]
  for (let at = first; at < end; at++) {
    const { word = "", gap = 0 } = tokens[at] ?? {}
    const hash = hashOf(word, WORD)
    if (gap === 2) [before, beforeThat] = [0, 0]
    found.add(hash, at)
    found.add(joined(joined(PAIR, before), hash), at)
    if (beforeThat) found.add(joined(joined(SKIP, beforeThat), hash), at)
    ;[before, beforeThat] = [hash, before]
  }
  found.close(1)
}

function addLetters(found: Collected, { tokens }: ReadText, { first, end: last }: Part): void {
  for (let at = first; at < last; at++) {
    const edged = ` ${tokens[at]?.word.slice(0, LONGEST_WORD) ?? ""} `
    for (let start = 0; start < edged.length - 2; start++) {
      let hash = LETTERS
      for (let end = start; end < Math.min(start + 5, edged.length); end++) {
        hash = joined(hash, edged.charCodeAt(end))
        if (end - start > 1) found.add(hash, at)
      }
    }
  }
  found.close(LETTERS_SHARE)
}

/** What words mean, and what meanings stand in one sentence and in one text. A meaning that is denied counts as another. */
function addMeanings(found: Collected, read: ReadText, { first, end }: Part): void {
  const whole: number[] = []
  let sentence: number[] = []
  let denials = 0
  for (let at = first; at < end; at++) {
    if (read.tokens[at]?.gap === 2) sentence = []
    const judges = read.judgesOf(at)
    let [meanings, roles] = [0, 0]
    for (const passage of judges) {
      meanings |= passage.meaningsOf(at)
      roles |= passage.rolesOf(at)
    }
    const isDenied =
      (meanings & SIGNS) !== 0 &&
      denials++ < MOST_DENIALS &&
      judges.some((passage) => passage.has(at, SIGNS) && isNegated(passage, at))
    addMeaning(found, at, meanings, isDenied ? 32 : 0, sentence, whole)
    addMeaning(found, at, roles & ~PARTICLE, 64, sentence, whole)
  }
  found.close(1)
}

function addMeaning(found: Collected, at: number, bits: number, from: number, sentence: number[], whole: number[]) {
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    const meaning = from + 31 - Math.clz32(rest & -rest)
    if (!sentence.includes(meaning)) {
      found.add(joined(CONCEPT, meaning), at)
      for (const other of sentence) found.add(pair(COMPANY, meaning, other), at)
      sentence.push(meaning)
    }
    if (!whole.includes(meaning)) {
      for (const other of whole) found.add(pair(ROLE, meaning, other), at)
      whole.push(meaning)
    }
  }
}

const pair = (seed: number, one: number, other: number) =>
  joined(joined(seed, Math.min(one, other)), Math.max(one, other))

function addTopics(found: Collected, read: ReadText, { first, end }: Part): void {
  const topics = read.topics.filter(({ at }) => first <= at && at < end)
  for (const { topic, at } of topics) found.add(joined(TOPIC, topic), at)
  found.close(1)
  const whole: number[] = []
  for (const { topic, at } of topics) {
    if (whole.includes(topic)) continue
    for (const other of whole) found.add(pair(TOPICS2, topic, other), at)
    whole.push(topic)
  }
  found.close(1)
}

const joined = (hash: number, next: number) => Math.imul(hash ^ next, 0x01000193) + 0x9e37

function hashOf(word: string, seed: number): number {
  let hash = seed
  for (let index = 0; index < word.length; index++) hash = joined(hash, word.charCodeAt(index))
  return hash
}

function mixed(hash: number): number {
  let bits = hash
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

/** The sum of the weights of what a text shows. */
export function scoreOf({ buckets, values }: Features, weights: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < buckets.length; i++) sum += (weights[buckets[i] ?? 0] ?? 0) * (values[i] ?? 0)
  return sum
}
