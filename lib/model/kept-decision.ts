import type { AssignmentDecision, ExclusionReason } from "./decision"

type DecisionBase = Omit<AssignmentDecision, "runnersUp" | "excluded">

/** A decision as it is stored: of the many who were not among the best, one letter each. */
export interface KeptDecision extends DecisionBase {
  /** The outcome for each candidate: a letter at the place of their number, counted from 1. Lists took four times as long. */
  fates: string
}

/** A decision as versions before 0.4.0 stored it. */
interface OldDecision extends DecisionBase {
  behind: AssignmentDecision["runnersUp"]
  out: AssignmentDecision["excluded"]
}

/** Every form in which decisions are stored. */
export type StoredDecision = KeptDecision | OldDecision

type Outcome = ExclusionReason | "runner_up"

const LETTERS: Record<Outcome, string> = {
  runner_up: "b",
  must_enrol: "t",
  away: "w",
  absent: "a",
  off_shift: "s",
  unskilled: "u",
  level: "l",
  area: "p",
  unassigned: "x",
  offered: "o",
  full: "f",
}
/** Nobody has this number, or they are among the best. */
const NONE = "."

/** The decision in the form in which it is stored. */
export function decisionToKeep({ runnersUp, excluded, ...decision }: AssignmentDecision): KeptDecision {
  const others = [["runner_up", runnersUp], ...Object.entries(excluded)] as [Outcome, number[]][]
  const last = others.reduce((last, [, numbers]) => numbers.reduce((a, b) => Math.max(a, b), last), 0)
  const outcomes = new Array<string>(last).fill(NONE)
  for (const [outcome, numbers] of others) for (const number of numbers) outcomes[number - 1] = LETTERS[outcome]
  return { ...decision, fates: outcomes.join("") }
}

/** The decision that was stored, in today's form or in that of versions before 0.4.0. */
export function keptDecision(kept: StoredDecision): AssignmentDecision {
  if (!("fates" in kept)) {
    const { behind: runnersUp, out: excluded, ...decision } = kept
    return { ...decision, runnersUp, excluded }
  }
  const { fates: outcomes, ...decision } = kept
  const runnersUp: number[] = []
  const excluded: AssignmentDecision["excluded"] = {}
  for (const [outcome, letter] of Object.entries(LETTERS)) {
    const numbers = placesOf(letter, outcomes)
    if (outcome === "runner_up") runnersUp.push(...numbers)
    else if (numbers.length > 0) excluded[outcome as ExclusionReason] = numbers
  }
  return { ...decision, runnersUp, excluded }
}

function placesOf(letter: string, outcomes: string): number[] {
  const places: number[] = []
  for (let at = outcomes.indexOf(letter); at >= 0; at = outcomes.indexOf(letter, at + 1)) places.push(at + 1)
  return places
}
