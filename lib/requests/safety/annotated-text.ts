import { rolesOf } from "./concept"
import { COVERED, UNKNOWN, type WordMeanings } from "./lexicon"
import type { Token } from "./tokens"

/**
 * The most words of a sentence looked at on each side of a word, so that the cost of a text without full stops stays
 * linear.
 */
export const FAR = 40

const [PARTICLE, TURN] = [rolesOf("particle"), rolesOf("turn")]

/** A text with the meanings and roles of its words in one language. */
export class AnnotatedText {
  readonly #tokens: readonly Token[]
  readonly #reading: WordMeanings
  #spoken: number | undefined

  constructor(tokens: readonly Token[], reading: WordMeanings) {
    this.#tokens = tokens
    this.#reading = reading
  }

  /** True when the word means one of these concepts. */
  has(at: number, bits: number): boolean {
    return ((this.#reading.meanings[at] ?? 0) & bits) !== 0
  }

  /** True when it plays one of these roles. */
  plays(at: number, roles: number): boolean {
    return ((this.#reading.roles[at] ?? 0) & roles) !== 0
  }

  /** The concepts that a word means, as bits. */
  meaningsOf(at: number): number {
    return this.#reading.meanings[at] ?? 0
  }

  /** The roles that it plays, as bits. */
  rolesOf(at: number): number {
    return this.#reading.roles[at] ?? 0
  }

  /** True when the language has the word, whatever it means there. */
  knows(at: number): boolean {
    return this.#reading.ends[at] !== UNKNOWN
  }

  /** True for a small word that no other of the languages has. */
  isSmall(at: number): boolean {
    return this.plays(at, PARTICLE)
  }

  /** How much of the text is in this language: by its small words, and by all it knows where those are equal. */
  get spoken(): number {
    if (this.#spoken !== undefined) return this.#spoken
    const { roles, ends } = this.#reading
    let [small, known] = [0, 0]
    for (let at = 0; at < ends.length; at++) {
      if (((roles[at] ?? 0) & PARTICLE) !== 0) small++
      if (ends[at] !== UNKNOWN) known++
    }
    this.#spoken = small + known / (this.#tokens.length + 1)
    return this.#spoken
  }

  /** Where the word or phrase ends that begins here. */
  endOf(at: number): number {
    return Math.max(at, this.#reading.ends[at] ?? at)
  }

  /** Where the phrase begins that a word is part of. */
  headOf(at: number): number {
    let head = at
    while (this.#reading.ends[head] === COVERED) head--
    return head
  }

  /** The separator before a word: 0 none, 1 a pause, 2 the end of a sentence. The end of the text counts as 2. */
  gap(at: number): number {
    return this.#tokens[at]?.gap ?? 2
  }

  /** The position of the nearest word with one of these meanings; the word itself when it has one. */
  nearest(at: number, bits: number, within: number, sameSentence: boolean): number | undefined {
    if (this.has(at, bits)) return at
    let [back, on] = [true, true]
    for (let distance = 1; distance <= within && (back || on); distance++) {
      if (sameSentence) {
        back &&= this.gap(at - distance + 1) < 2
        on &&= this.gap(at + distance) < 2
      }
      if (on && this.has(at + distance, bits)) return at + distance
      if (back && this.has(at - distance, bits)) return at - distance
    }
    return undefined
  }

  /**
   * First and last word of the clause around a word: it ends with its sentence, or where a word such as "but" turns it.
   */
  part(at: number): [first: number, last: number] {
    let first = at
    while (at - first < FAR && first > 0 && this.gap(first) < 2 && !this.plays(first, TURN)) first--
    let last = at
    while (last - at < FAR && this.gap(last + 1) < 2 && !this.plays(last + 1, TURN)) last++
    return [first, last]
  }
}
