import { AnnotatedText } from "./annotated-text"
import { bitsOf } from "./concept"
import { LANGUAGES } from "./languages"
import { lexiconOf } from "./lexicon"
import { isName } from "./names"
import { SMALL_WORDS } from "./small-words"
import { spelled, type Token, tokensOf } from "./tokens"
import { type FoundTopic, topicsIn } from "./topics/find-topics"
import { DANGER_TOPICS, TOPICS } from "./topics/topic"

const read = lexiconOf(LANGUAGES)
const small = SMALL_WORDS.map((words) => new Set(words.split(",").map((word) => spelled(word.trim()))))

const DANGER_NUMBERS = new Set([...DANGER_TOPICS].map((topic) => TOPICS.indexOf(topic)))
/** All signs of gas and carbon monoxide, and what burns or carries it. */
const OF_DANGER = bitsOf(
  ...([
    "gas",
    "reek",
    "smell",
    "stench",
    "leak",
    "escape",
    "hiss",
    "strike",
    "explosion",
    "threat",
    "pipe",
    "appliance",
  ] as const),
  ...(["monoxide", "poison", "alarm", "sounding", "ill", "faint", "flame", "soot"] as const),
)

/** So many small words of another language make a sentence one of that language. */
const CLEAR = 2

/** A text as all judges read it: its words, what they mean in each language, and which of these each sentence is in. */
export class ReadText {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly passages: readonly AnnotatedText[]
  readonly #judges: AnnotatedText[][] = []
  #topics: FoundTopic[] | undefined
  /** For each word the number of its sentence, and for each sentence the languages it may be in, as bits. */
  readonly #sentences: number[] = []
  readonly #spoken: number[] = []

  constructor(text: string) {
    this.text = text
    this.tokens = tokensOf(text)
    this.passages = read(this.tokens).map((reading) => new AnnotatedText(this.tokens, reading))
    let counts = this.passages.map(() => 0)
    for (const [at, { word, gap }] of this.tokens.entries()) {
      if (gap === 2 && at > 0) {
        this.#spoken.push(spokenBy(counts))
        counts = counts.map(() => 0)
      }
      this.#sentences.push(this.#spoken.length)
      for (const [language, passage] of this.passages.entries())
        if (passage.isSmall(at) || small[language]?.has(word)) counts[language] = (counts[language] ?? 0) + 1
    }
    this.#spoken.push(spokenBy(counts))
  }

  /** What the text speaks of. */
  get topics(): readonly FoundTopic[] {
    this.#topics ??= topicsIn(this.tokens, (language, at) => this.maySpeak(language, at))
    return this.#topics
  }

  /**
   * Whether a word from `first` to just before `end` speaks of gas, carbon monoxide, an alarm, a flame, a flue, of what
   * breaks or of who is ill.
   */
  speaksOfDanger({ first, end }: { first: number; end: number }): boolean {
    if (this.topics.some(({ topic, at }) => first <= at && at < end && DANGER_NUMBERS.has(topic))) return true
    for (let at = first; at < end; at++)
      if (this.judgesOf(at).some((passage) => passage.has(at, OF_DANGER))) return true
    return false
  }

  /** Whether one of the languages has a word. */
  isKnown(at: number): boolean {
    return this.passages.some((passage) => passage.knows(at))
  }

  /** Whether a word may be meant in a language: in a sentence clearly in another it is not, and nor is a name. */
  maySpeak(language: number, at: number): boolean {
    return ((this.#spoken[this.#sentences[at] ?? 0] ?? 0) & (1 << language)) !== 0 && !isName(this, at)
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

/** The languages with small words enough, as bits; all where none has many. */
function spokenBy(counts: readonly number[]): number {
  const most = Math.max(...counts)
  return counts.reduce((bits, count, language) => (most < CLEAR || count * 2 > most ? bits | (1 << language) : bits), 0)
}
