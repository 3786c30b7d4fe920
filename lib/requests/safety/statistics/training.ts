import { HAZARD_OF, type Phrase, readCorpus } from "../corpus/read-corpus"
import { detectHazard } from "../detect-hazard"
import { mustAsk } from "../must-ask"
import { ReadText } from "../read-text"
import { isForeign } from "../vocabulary/vocabulary"
import { partsOf, type ScoredPart } from "./classifier"
import { type Features, featuresOf } from "./features"
import { headFrom, type Model } from "./model"
import { train } from "./train"

/** A phrase of the corpus with all that training and measuring ask of it. */
export interface Lesson extends Phrase {
  /** Of the whole text, and of its sentences. */
  parts: ScoredPart[]
  features: Features
  rules: boolean
  asks: boolean
  foreign: boolean
}

/** The phrases written beside the rules teach less about others, who write otherwise; those beside the judge name kinds. */
const IMPORTANCE: Record<string, number> = { "with-the-rules": 0.5, "with-the-judge": 1.5 }
const SENTENCE = 0.4
const TARGETS = { gas: 1, co: 1, unsure: 0.8, ordinary: 0 }

export function lessons(): Lesson[] {
  return readCorpus("development").map((phrase) => {
    const read = new ReadText(phrase.text)
    const parts = partsOf(read)
    return {
      ...phrase,
      parts,
      features: parts[0] ?? featuresOf(read),
      rules: !!detectHazard(read),
      asks: mustAsk(read),
      foreign: isForeign(read),
    }
  })
}

/** ScoringHead that tell what is a danger from what is not, and those that tell carbon monoxide from gas. */
export function heads(from: readonly Lesson[]): Pick<Model, "danger" | "monoxide"> {
  const importance = ({ writer }: Phrase) => IMPORTANCE[writer] ?? 1
  const all = from.flatMap(({ parts: [whole, ...sentences], ...lesson }) => [
    { features: whole ?? lesson.features, target: TARGETS[lesson.kind], importance: importance(lesson) },
    // Of an ordinary text each sentence is ordinary; which sentence of another tells the danger nobody has said.
    ...(lesson.kind === "ordinary" ? sentences.filter(({ isLong }) => isLong) : []).map((features) => ({
      features,
      target: 0,
      importance: SENTENCE,
    })),
  ])
  const hazards = from
    .filter(({ kind }) => HAZARD_OF[kind])
    .map((lesson) => ({
      features: lesson.features,
      target: lesson.kind === "co" ? 1 : 0,
      importance: importance(lesson),
    }))
  return { danger: headFrom(train(all)), monoxide: headFrom(train(hazards)) }
}
