/** What an administrator decides about a file that the virus scanner has removed. */
export const REMOVED_FILE_DECISIONS = ["return", "delete"] as const
export type RemovedFileDecision = (typeof REMOVED_FILE_DECISIONS)[number]

/** Why, for each decision. Choices, because the audit log keeps them for good. */
export const DECISION_REASONS = {
  return: {
    scanned_elsewhere: "Another scanner found nothing",
    false_alarm: "The maker of the scanner confirmed a false alarm",
    known_file: "We know this file and who sent it",
  },
  delete: {
    harmful: "It is harmful",
    not_needed: "It is not needed",
  },
} as const satisfies Record<RemovedFileDecision, Record<string, string>>

type ReasonsOf<Decision> = Decision extends RemovedFileDecision ? keyof (typeof DECISION_REASONS)[Decision] : never
export type DecisionReason = ReasonsOf<RemovedFileDecision>

export const ALL_DECISION_REASONS = Object.values(DECISION_REASONS).flatMap(Object.keys) as [
  DecisionReason,
  ...DecisionReason[],
]
