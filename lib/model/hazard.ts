/** What can hurt people at once. Each has a safety card. */
export const HAZARDS = ["gas", "carbon_monoxide"] as const
export type Hazard = (typeof HAZARDS)[number]

export const HAZARD_NAMES: Record<Hazard, string> = { gas: "Gas", carbon_monoxide: "Carbon monoxide" }

/** What a text says of a danger, and the very words that say it. */
export interface HazardInText {
  hazard: Hazard
  words: string
}
