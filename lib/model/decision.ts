import type { Category, Priority } from "./category"
import type { Level } from "./level"
import type { StrategyName } from "./strategy"

/** Why somebody is not given a request, the first that holds. */
export const EXCLUSION_REASONS = [
  "must_enrol",
  "away",
  "absent",
  "off_shift",
  "unskilled",
  "level",
  "area",
  "offered",
  "full",
] as const
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number]

/** What a request asks of whoever takes it. */
export interface RequestToAssign {
  requestId: string
  category: Category
  priority: Priority
  postcode: string
}

/** One of the eligible, as strategies weigh them. */
export interface EligibleCandidate {
  /** The short number of a member of staff. */
  number: number
  open: number
  /** Open requests, each counted as much as its priority weighs. */
  weight: number
  /** How many of the open ones are emergencies. */
  emergencies: number
  capacity: number
  level: Level
  /** The smaller, the longer ago was the last assignment. */
  turn: number
  /** Outside their shift, for an emergency. */
  onCall?: true
}

/** Everything that was weighed when a request was given to somebody: enough to choose again, and to say why. */
export interface AssignmentDecision extends RequestToAssign {
  strategy: StrategyName
  /** In milliseconds since 1970. */
  at: number
  /** The lowest level that would have done. */
  required: Level
  /** The best of them, in the order in which they would have been chosen. */
  eligible: EligibleCandidate[]
  /** The numbers of the other eligible, who come after these. */
  behind: number[]
  out: Partial<Record<ExclusionReason, number[]>>
  /** The number of whoever was chosen. */
  chosen: number | null
}
