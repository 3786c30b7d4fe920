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

/** As customers are asked. */
export const NEED_QUESTIONS: Record<Need, string> = {
  elderly: "Someone over 65 lives here",
  baby: "A baby or a child under 5 lives here",
  medical_equipment: "Someone depends on medical equipment",
  no_sense_of_smell: "Someone cannot smell gas",
  cannot_reach_door: "Someone needs time, or help, to get to the door",
}
