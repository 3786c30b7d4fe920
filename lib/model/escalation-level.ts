/**
 * Whom an emergency is offered to, level after level, until somebody acknowledges it: qualified candidates, then the
 * supervisor on duty, then all supervisors.
 */
export const ESCALATION_LEVELS = ["qualified", "supervisor", "supervisors"] as const
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number]
