import { HAZARD_OF } from "../corpus/read-corpus"
import type { Thresholds } from "../verdict"
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
        const { score, loudest } = heaviest(lesson.mayTell, lesson.parts, danger)
        return { ...lesson, score, loudest }
      })
  })
}

/** What may be wrong, as shares: with those of `Targets` in mind, a little less. */
const FALSE = 0.025
const ALONE = 0.02
const MISSED = 0.014

/** Thresholds with as many dangers found as the allowed shares of mistakes permit. */
export function thresholdsFor(scored: readonly Scored[]): Thresholds {
  const ordinary = scored.filter(({ kind }) => kind === "ordinary")
  const dangers = scored.filter(({ kind }) => HAZARD_OF[kind])
  const descending = (scores: number[]) => scores.sort((a, b) => b - a)
  const danger = above(descending(ordinary.map(({ score }) => score)), ordinary.length * ALONE)
  const byRules = ordinary.filter(({ rules, score }) => rules && score < danger)
  const agreed = above(descending(byRules.map(({ loudest }) => loudest)), ordinary.length * (FALSE - ALONE))
  const silent = dangers.filter(({ rules, vocabulary }) => !rules && !vocabulary).map(({ score }) => score)
  const possible = silent.sort((a, b) => a - b)[Math.floor(dangers.length * MISSED)] ?? 0
  return { danger, agreed: Math.min(agreed, danger), possible: rounded(possible - 0.001) }
}

/** Just above the score of which only so many are greater. */
const above = (descending: readonly number[], allowed: number) =>
  rounded((descending[Math.floor(allowed)] ?? 0) + 0.001)
const rounded = (value: number) => Number(value.toFixed(3))
