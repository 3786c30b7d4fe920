import type { AssignmentDecision, ExclusionReason } from "./decision"

/** A decision as it is written down: of the many who were not among the best, one letter each. */
export interface KeptDecision extends Omit<AssignmentDecision, "behind" | "out"> {
  /** What became of whom: the letter at the place of their number, counted from 1. Lists would be four times as long. */
  fates: string
}

const LETTERS: Record<ExclusionReason | "behind", string> = {
  behind: "b",
  must_enrol: "t",
  away: "w",
  absent: "a",
  off_shift: "s",
  unskilled: "u",
  level: "l",
  area: "p",
  offered: "o",
  full: "f",
}
/** Nobody has this number, or they are among the best. */
const NONE = "."

export function decisionToKeep({ behind, out, ...decision }: AssignmentDecision): KeptDecision {
  const others = [["behind", behind], ...Object.entries(out)] as [ExclusionReason | "behind", number[]][]
  const last = others.reduce((last, [, numbers]) => numbers.reduce((a, b) => Math.max(a, b), last), 0)
  const fates = new Array<string>(last).fill(NONE)
  for (const [fate, numbers] of others) for (const number of numbers) fates[number - 1] = LETTERS[fate]
  return { ...decision, fates: fates.join("") }
}

/** What was written before 0.4.0 has the lists themselves. */
export function keptDecision(kept: KeptDecision | AssignmentDecision): AssignmentDecision {
  if (!("fates" in kept)) return kept
  const { fates, ...decision } = kept
  const behind: number[] = []
  const out: AssignmentDecision["out"] = {}
  for (const [fate, letter] of Object.entries(LETTERS)) {
    const numbers = placesOf(letter, fates)
    if (fate === "behind") behind.push(...numbers)
    else if (numbers.length > 0) out[fate as ExclusionReason] = numbers
  }
  return { ...decision, behind, out }
}

function placesOf(letter: string, fates: string): number[] {
  const places: number[] = []
  for (let at = fates.indexOf(letter); at >= 0; at = fates.indexOf(letter, at + 1)) places.push(at + 1)
  return places
}
