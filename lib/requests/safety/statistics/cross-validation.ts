import type { Verdict } from "@/lib/model/hazard"
import { HAZARD_OF, SUPPORTED } from "../corpus/read-corpus"
import { type Thresholds, verdictOf } from "../verdict"
import { heaviest } from "./classifier"
import { heads, type Lesson } from "./training"

export interface Scored extends Lesson {
  /** By statistics that have not seen this writer. */
  score: number
  loudest: number
}

/** Every phrase of those who had not seen the rules, judged by statistics made without its writer. */
export function crossValidated(all: readonly Lesson[]): Scored[] {
  const writers = [...new Set(all.map(({ writer }) => writer))].filter((writer) => !writer.startsWith("with-the-"))
  return writers.flatMap((writer) => {
    const { danger } = heads(all.filter((lesson) => lesson.writer !== writer))
    return all
      .filter((lesson) => lesson.writer === writer)
      .map((lesson) => {
        const { score, loudest } = heaviest(lesson.parts, danger)
        return { ...lesson, score, loudest }
      })
  })
}

export type ByOthers = Scored & { verdict: Verdict }

/** The same with a verdict by thresholds that have not seen this writer either: the figures of texts new to the judge. */
export function judgedByOthers(all: readonly Lesson[]): ByOthers[] {
  const scored = crossValidated(all)
  const thresholds = new Map<string, Thresholds>()
  return scored.map((lesson) => {
    const { writer } = lesson
    const chosen = thresholds.get(writer) ?? thresholdsFor(scored.filter((other) => other.writer !== writer))
    thresholds.set(writer, chosen)
    return { ...lesson, verdict: verdictOf(lesson, chosen) }
  })
}

/** What may be wrong, as shares: with those of `Targets` in mind, a little less. */
const FALSE = 0.023
const ALONE = 0.018
const MISSED = 0.011
/** So much less is asked of the statistics where the rules see a danger too. */
const BY_RULES = 0.5

/** Thresholds with as many dangers found as the allowed shares of mistakes permit, in the languages of the rules. */
export function thresholdsFor(all: readonly Scored[]): Thresholds {
  const scored = all.filter(({ language }) => SUPPORTED.has(language))
  const ordinary = scored.filter(({ kind }) => kind === "ordinary")
  const dangers = scored.filter(({ kind }) => HAZARD_OF[kind])
  const danger = above(
    ordinary.map(({ score }) => score),
    ordinary.length * ALONE,
  )
  const byRules = ordinary.filter(({ rules, score }) => rules && score < danger).map(({ loudest }) => loudest)
  const agreed = Math.min(above(byRules, ordinary.length * (FALSE - ALONE)), danger)
  const loudness = ({ asks, rules, score, loudest }: Scored) =>
    asks ? Number.POSITIVE_INFINITY : Math.max(score, rules ? loudest + BY_RULES : score)
  const possible = upTo(dangers.map(loudness), dangers.length * MISSED)
  return { danger, agreed, possible, heard: rounded(possible - BY_RULES) }
}

/** Just above the score of which only so many are greater. */
const above = (scores: number[], allowed: number) =>
  rounded((scores.sort((a, b) => b - a)[Math.floor(allowed)] ?? 0) + 0.001)
/** Just below the score of which only so many are less. */
const upTo = (scores: number[], allowed: number) =>
  rounded((scores.sort((a, b) => a - b)[Math.floor(allowed)] ?? 0) - 0.001)
const rounded = (value: number) => Number(value.toFixed(3))
