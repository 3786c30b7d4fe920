/** People on a shift take everything they can do; people on call are there for emergencies only. */
export const DUTIES = ["shift", "on_call"] as const
export type Duty = (typeof DUTIES)[number]

/** What somebody may be doing just now. */
export const DUTY_STATES = ["on_shift", "on_call", "off_shift", "away", "absent", "must_enrol"] as const
