import type { Hazard } from "@/lib/model/hazard"
import type { ReadText } from "../read-text"
import { featuresOf, scoreOf } from "./features"
import { type Model, modelOf } from "./model"
import { quoteOf } from "./quote"
import stored from "./weights.json"

const model: Model = modelOf(stored)

export const { thresholds } = model

export interface Weighed {
  /** How much speaks for a danger: above nothing more than against it. */
  score: number
  hazard: Hazard
  /** The customer's words that weigh most. */
  words: () => string
}

/** What the statistics make of a text. */
export function weigh(read: ReadText, { danger, monoxide }: Model = model): Weighed {
  const features = featuresOf(read)
  return {
    score: danger.bias + danger.scale * scoreOf(features, danger.weights),
    hazard: monoxide.bias + monoxide.scale * scoreOf(features, monoxide.weights) > 0 ? "carbon_monoxide" : "gas",
    words: () => quoteOf(read, features, danger.weights),
  }
}
