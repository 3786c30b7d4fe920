/** Who an emergency is offered to, one after the other, until somebody acknowledges it. */
export const RUNGS = ["qualified", "supervisor", "supervisors"] as const
export type Rung = (typeof RUNGS)[number]
