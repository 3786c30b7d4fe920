/** What makes being without gas, or opening the door, harder for a customer. */
export const NEEDS = ["elderly", "baby", "medical_equipment", "no_sense_of_smell", "cannot_reach_door"] as const
export type Need = (typeof NEEDS)[number]
