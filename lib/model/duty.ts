/** Staff on shift are assigned requests of all kinds; staff on call only emergencies. */
export const DUTIES = ["shift", "on_call"] as const
export type Duty = (typeof DUTIES)[number]

/** The states that a member of staff can be in at a moment. */
export const DUTY_STATES = ["on_shift", "on_call", "off_shift", "away", "absent", "must_enrol"] as const
