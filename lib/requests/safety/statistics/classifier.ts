import type { Hazard } from "@/lib/model/hazard"
import type { ReadText } from "../read-text"
import { mayTellInForeignWords } from "../vocabulary/vocabulary"
import { type Features, featuresOf, scoreOf } from "./features"
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
  const { score, loudest, part } = heaviest(mayTell(read), parts, model.danger)
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

/** The score of a text that speaks of nothing dangerous, whatever else its words are like. */
const NOTHING = -10

/** Whether a text speaks of anything dangerous, or may, as it is in a language whose words for that are not all known. */
export const mayTell = (read: ReadText): boolean => read.speaksOfDanger || mayTellInForeignWords(read)

/** The features of a text, and of each of its sentences if it has several. */
export function partsOf(read: ReadText): Features[] {
  const starts = read.tokens.flatMap(({ gap }, at) => (at === 0 || gap === 2 ? [at] : []))
  const sentences = starts.map((first, i) => ({ first, end: starts[i + 1] ?? read.tokens.length }))
  const several = sentences.length > 1 ? sentences.filter(({ first, end }) => end - first >= FEWEST_WORDS) : []
  return [featuresOf(read), ...several.map((sentence) => featuresOf(read, sentence))]
}

/** What speaks most for a danger: the whole text or one of its sentences. */
export function heaviest(
  mayTellOfDanger: boolean,
  [whole, ...sentences]: readonly Features[],
  head: ScoringHead,
): { score: number; loudest: number; part: Features } {
  if (!whole) throw new Error("A text has at least its whole.")
  if (!mayTellOfDanger) return { score: NOTHING, loudest: NOTHING, part: whole }
  let best = { score: weightOf(whole, head), part: whole }
  let loudest = best.score
  for (const part of sentences) {
    const alone = weightOf(part, head)
    loudest = Math.max(loudest, alone)
    if (alone - ALONE > best.score) best = { score: alone - ALONE, part }
  }
  return { ...best, loudest }
}

const weightOf = (features: Features, { bias, scale, weights }: ScoringHead) =>
  bias + scale * scoreOf(features, weights)
