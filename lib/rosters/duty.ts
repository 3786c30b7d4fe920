/** People on a shift take everything they can do; people on call are there for emergencies only. */
export const DUTIES = ["shift", "on_call"] as const
export type Duty = (typeof DUTIES)[number]
