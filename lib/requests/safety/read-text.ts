import { AnnotatedText } from "./annotated-text"
import { LANGUAGES } from "./languages"
import { lexiconOf } from "./lexicon"
import { type Token, tokensOf } from "./tokens"

const read = lexiconOf(LANGUAGES)

/** So many small words of another language make a sentence one of that language. */
const CLEAR = 2

/** A text as all judges read it: its words, what they mean in each language, and which of these each sentence is in. */
export class ReadText {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly passages: readonly AnnotatedText[]
  readonly #judges: AnnotatedText[][] = []
  /** For each word the number of its sentence, and for each sentence the small words of each language. */
  readonly #sentences: number[] = []
  readonly #small: number[][] = []

  constructor(text: string) {
    this.text = text
    this.tokens = tokensOf(text)
    this.passages = read(this.tokens).map((reading) => new AnnotatedText(this.tokens, reading))
    for (const [at, { gap }] of this.tokens.entries()) {
      if (gap === 2 || this.#small.length === 0) this.#small.push(this.passages.map(() => 0))
      this.#sentences.push(this.#small.length - 1)
      const small = this.#small.at(-1) ?? []
      for (const [language, passage] of this.passages.entries())
        if (passage.isSmall(at)) small[language] = (small[language] ?? 0) + 1
    }
  }

  /** How many small words of a language the sentence of a word has. */
  #smallAt(at: number, language: number): number {
    return this.#small[this.#sentences[at] ?? 0]?.[language] ?? 0
  }

  /** Whether most of the text is in one of the languages. */
  get isFamiliar(): boolean {
    const most = Math.max(...this.passages.map(({ spoken }) => spoken))
    return most >= 1.35 || (most >= 1 && this.tokens.length < 6) || most % 1 > 0.6
  }

  /** Whether the sentence of a word may be in a language: one that is clearly in another is not. */
  maySpeak(language: number, at: number): boolean {
    const most = Math.max(...(this.#small[this.#sentences[at] ?? 0] ?? [0]))
    return most < CLEAR || this.#smallAt(at, language) * 3 > most
  }

  /**
   * The languages that decide on a word: those spoken most in the text among those that know it, since languages share
   * words such as "gas" and "CO". A word that only another language knows is a name or a chance: "I sent a letter".
   */
  judgesOf(at: number): readonly AnnotatedText[] {
    const known = this.#judges[at]
    if (known) return known
    const knowing = this.passages.filter((passage, language) => passage.knows(at) && this.maySpeak(language, at))
    const most = Math.max(...knowing.map(({ spoken }) => spoken))
    const judges = knowing.filter(({ spoken }) => spoken === most)
    this.#judges[at] = judges
    return judges
  }
}
