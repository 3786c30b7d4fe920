import type { Category, Priority } from "./category"
import type { Level } from "./level"
import type { StrategyName } from "./strategy"

/** Why a candidate is not eligible for a request. Where several reasons hold, the first that is looked at counts. */
export const EXCLUSION_REASONS = [
  "must_enrol",
  "away",
  "absent",
  "off_shift",
  "unskilled",
  "level",
  "area",
  "unassigned",
  "offered",
  "full",
] as const
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number]

/** A request as assignment sees it. */
export interface RequestToAssign {
  requestId: string
  /** The category whose skill it requires; not the customer's own where their words told of a danger. */
  category: Category
  priority: Priority
  postcode: string
  /** Account ids of those whom it was unassigned from by hand. */
  unassignedFrom?: readonly string[]
}

/** An eligible candidate, as strategies weigh them. */
export interface EligibleCandidate {
  /** The short number of a member of staff. */
  number: number
  open: number
  /** Open requests, each counted as much as its priority weighs. */
  weight: number
  /** How many of the open requests are emergencies. */
  emergencies: number
  capacity: number
  level: Level
  /** The number of their last assignment: the smallest has waited longest. */
  turn: number
  /** On call and outside their shift, for an emergency. */
  onCall?: true
}

/** Everything that an assignment was decided on: enough to choose again, and to explain it. */
export interface AssignmentDecision extends RequestToAssign {
  strategy: StrategyName
  /** In milliseconds since 1970. */
  at: number
  /** The lowest level of skill that would have done. */
  required: Level
  /** The best eligible candidates, in the order in which they would have been chosen. */
  eligible: EligibleCandidate[]
  /** The numbers of the other eligible candidates. */
  runnersUp: number[]
  /** The numbers of those who were not eligible. */
  excluded: Partial<Record<ExclusionReason, number[]>>
  /** The number of the candidate who was chosen. */
  chosen: number | null
}
