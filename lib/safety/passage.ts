import { bitsOf, type Concept } from "./concept"
import { COVERED, type Reading, UNKNOWN } from "./lexicon"
import { SIGNS } from "./rules"
import type { Token } from "./tokens"

/** No sentence is looked at further than this from a word, so that a text without any end costs no more than another. */
const FAR = 40

const bit = (concept: Concept) => bitsOf(concept)
const [NO, AFTER, FILLER, TURN, PARTICLE] = [bit("no"), bit("after"), bit("filler"), bit("turn"), bit("particle")]
const [OVER, QUESTION, CONDITION] = [bit("over"), bit("question"), bit("condition")]

/** A text as it reads in one language. */
export class Passage {
  readonly #tokens: readonly Token[]
  readonly #reading: Reading
  #spoken: number | undefined

  constructor(tokens: readonly Token[], reading: Reading) {
    this.#tokens = tokens
    this.#reading = reading
  }

  has(at: number, bits: number): boolean {
    return ((this.#reading.meanings[at] ?? 0) & bits) !== 0
  }

  /** True when the language has the word, whatever it means there. */
  knows(at: number): boolean {
    return this.#reading.ends[at] !== UNKNOWN
  }

  /** How much of the text is in this language: by its small words, and by all it knows where those are equal. */
  get spoken(): number {
    if (this.#spoken !== undefined) return this.#spoken
    let [small, known] = [0, 0]
    for (let at = 0; at < this.#tokens.length; at++) {
      if (this.has(at, PARTICLE)) small++
      if (this.knows(at)) known++
    }
    this.#spoken = small + known / (this.#tokens.length + 1)
    return this.#spoken
  }

  /** Where the word or phrase ends that begins here. */
  endOf(at: number): number {
    return Math.max(at, this.#reading.ends[at] ?? at)
  }

  /** The nearest such word, itself included when it means both. */
  nearest(at: number, bits: number, within: number, sameSentence: boolean): number | undefined {
    if (this.has(at, bits)) return at
    let [back, on] = [true, true]
    for (let distance = 1; distance <= within && (back || on); distance++) {
      if (sameSentence) {
        back &&= !this.#ends(at - distance + 1)
        on &&= !this.#ends(at + distance)
      }
      if (on && this.has(at + distance, bits)) return at + distance
      if (back && this.has(at - distance, bits)) return at - distance
    }
    return undefined
  }

  /** True when it is said of a sign that it is not there, is over, or only might be one day. */
  isNothing(at: number): boolean {
    return this.isDenied(at) || this.#isAsked(at) || this.#isOver(at)
  }

  /** Denials reach over words that carry no meaning of their own, and never over a pause. */
  isDenied(at: number): boolean {
    let before = at
    do {
      if (this.#gap(before) > 0) break
      before = this.#headOf(before - 1)
      if (this.has(before, NO)) return true
    } while (at - before < 6 && this.has(before, FILLER))

    let after = this.endOf(at)
    do {
      after++
      if (this.#gap(after) > 0) break
      if (this.has(after, AFTER)) return true
    } while (after - at < 7 && this.has(after, FILLER))
    return false
  }

  /** "The leak was repaired": each such word is about the nearest sign before it, or else after it. */
  #isOver(at: number): boolean {
    const [first, last] = this.#part(at)
    for (let where = first; where <= last; where++)
      if (this.has(where, OVER) && !this.#isNotYet(where) && this.#subjectOf(where, first, last) === at) return true
    return false
  }

  /** "Has not been repaired". */
  #isNotYet(where: number): boolean {
    return [1, 2].some((back) => this.#gap(where - back + 1) === 0 && this.has(this.#headOf(where - back), NO))
  }

  #subjectOf(where: number, first: number, last: number): number | undefined {
    for (let at = where; at >= first; at--) if (this.has(at, SIGNS)) return at
    for (let at = where + 1; at <= last; at++) if (this.has(at, SIGNS)) return at
    return undefined
  }

  /** "What should I do if it smells of gas?" */
  #isAsked(at: number): boolean {
    const [first, last] = this.#part(at)
    let question = false
    let condition = false
    for (let where = first; where <= last; where++) {
      if (this.has(where, QUESTION)) question = true
      if (where < at && this.has(where, CONDITION)) condition = true
    }
    return question && condition
  }

  /** The words around one, as far as its sentence goes and nothing else begins. */
  #part(at: number): [first: number, last: number] {
    let first = at
    while (at - first < FAR && first > 0 && !this.#ends(first) && !this.has(first, TURN)) first--
    let last = at
    while (last - at < FAR && !this.#ends(last + 1) && !this.has(last + 1, TURN)) last++
    return [first, last]
  }

  /** Where the phrase begins that a word is part of. */
  #headOf(at: number): number {
    let head = at
    while (this.#reading.ends[head] === COVERED) head--
    return head
  }

  #ends(at: number): boolean {
    return this.#gap(at) === 2
  }

  #gap(at: number): number {
    return this.#tokens[at]?.gap ?? 2
  }
}
