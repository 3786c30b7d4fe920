/** Who an emergency is offered to, one after the other, until somebody acknowledges it. */
export const ESCALATION_LEVELS = ["qualified", "supervisor", "supervisors"] as const
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number]
