/** What makes being without gas, or opening the door, harder for a customer. */
export const NEEDS = ["elderly", "baby", "medical_equipment", "no_sense_of_smell", "cannot_reach_door"] as const
export type Need = (typeof NEEDS)[number]

/** As staff read them. */
export const NEED_NAMES: Record<Need, string> = {
  elderly: "Elderly person",
  baby: "Baby or young child",
  medical_equipment: "Medical equipment",
  no_sense_of_smell: "No sense of smell",
  cannot_reach_door: "Cannot reach the door",
}
