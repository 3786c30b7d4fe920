import type { Hazard } from "@/lib/model/hazard"
import type { ReadText } from "../read-text"
import { mayTellInForeignWords } from "../vocabulary/vocabulary"
import { type Features, featuresOf, type Part, scoreOf } from "./features"
import { type Model, modelOf, type ScoringHead } from "./model"
import { quoteOf } from "./quote"
import stored from "./weights.json"

const model: Model = modelOf(stored)

export const { thresholds } = model

export interface Weighed {
  /** How much speaks for a danger: above nothing more than against it. */
  score: number
  /** The same of the sentence that scores most, whatever stands around it. */
  loudest: number
  hazard: Hazard
  /** The customer's words that weigh most. */
  words: () => string
}

/** What the statistics make of a text. */
export function weigh(read: ReadText): Weighed {
  const parts = partsOf(read)
  const { score, loudest, part } = heaviest(parts, model.danger)
  return {
    score,
    loudest,
    hazard: weightOf(part, model.monoxide) > 0 ? "carbon_monoxide" : "gas",
    words: () => quoteOf(read, part, model.danger.weights),
  }
}

/** A danger may be told in one sentence among others: so each counts alone too, a little less than the whole. */
const ALONE = 0.6
const FEWEST_WORDS = 3
/** So much more than its sentences that speak of danger a text may score by those that do not. */
const COMPANY = 1

/** The score of a text that speaks of nothing dangerous, whatever else its words are like. */
const NOTHING = -10

/** What a text or one of its sentences shows. */
export interface ScoredPart extends Features {
  /** Whether it speaks of anything dangerous itself, or may. */
  tells: boolean
  /** Whether it has words enough to count alone. */
  isLong: boolean
}

/** A text, and each of its sentences if it has several. */
export function partsOf(read: ReadText): ScoredPart[] {
  const isForeign = mayTellInForeignWords(read)
  const partOf = (part: Part): ScoredPart => ({
    ...featuresOf(read, part),
    tells: isForeign || read.speaksOfDanger(part),
    isLong: part.end - part.first >= FEWEST_WORDS,
  })
  const starts = read.tokens.flatMap(({ gap }, at) => (at === 0 || gap === 2 ? [at] : []))
  const sentences = starts.map((first, i) => ({ first, end: starts[i + 1] ?? read.tokens.length }))
  return [{ first: 0, end: read.tokens.length }, ...(sentences.length > 1 ? sentences : [])].map(partOf)
}

/** What speaks most for a danger: the whole text, or one of its sentences that speaks of something dangerous itself. */
export function heaviest(
  [whole, ...sentences]: readonly ScoredPart[],
  head: ScoringHead,
): { score: number; loudest: number; part: Features } {
  if (!whole) throw new Error("A text has at least its whole.")
  if (!whole.tells) return { score: NOTHING, loudest: NOTHING, part: whole }
  const telling = sentences.filter(({ tells }) => tells)
  // Where one sentence names a meter and another only the neighbours, what is said of the meter decides.
  const most =
    telling.length < sentences.length ? Math.max(...telling.map((part) => weightOf(part, head))) + COMPANY : Infinity
  let best = { score: Math.min(weightOf(whole, head), most), part: whole }
  let loudest = best.score
  for (const part of telling.filter(({ isLong }) => isLong)) {
    const alone = weightOf(part, head)
    loudest = Math.max(loudest, alone)
    if (alone - ALONE > best.score) best = { score: alone - ALONE, part }
  }
  return { ...best, loudest }
}

const weightOf = (features: Features, { bias, scale, weights }: ScoringHead) =>
  bias + scale * scoreOf(features, weights)
