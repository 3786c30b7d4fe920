import type { Verdict } from "@/lib/model/hazard"

/**
 * From which score on the statistics see a danger, a danger that the rules see too, something possible, and something
 * possible that the rules see too.
 */
export interface Thresholds {
  danger: number
  agreed: number
  possible: number
  heard: number
}

export interface Opinions {
  /** Whether the rules see a danger. */
  rules: boolean
  /** The score of the statistics. */
  score: number
  /**
   * The score of the sentence that scores most. A danger that the rules see, too, is judged by it: a title or a bill that
   * is about something else does not make it less.
   */
  loudest: number
  /** Whether words are there that must be asked about. */
  asks: boolean
  /** Whether the text is in a language that the rules do not know, of which the statistics know little. */
  foreign: boolean
}

/** So much more the statistics must be sure of a danger in a language that is little known. */
const FOREIGN = 1

/** The strongest verdict of the judges; only where the statistics are very sure is what the rules see asked about, or less. */
export function verdictOf(
  { rules, score, loudest, asks, foreign }: Opinions,
  { danger, agreed, possible, heard }: Thresholds,
): Verdict {
  const more = foreign ? FOREIGN : 0
  if (score >= danger + more || (rules && loudest >= agreed + more)) return "danger"
  return asks || score >= possible || (rules && loudest >= heard) ? "possible" : "none"
}
