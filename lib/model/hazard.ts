/** Dangers to life, each with a safety card of its own. */
export const HAZARDS = ["gas", "carbon_monoxide"] as const
export type Hazard = (typeof HAZARDS)[number]

export const HAZARD_NAMES: Record<Hazard, string> = { gas: "Gas", carbon_monoxide: "Carbon monoxide" }

/** A danger that a customer's text mentions, and the words in which it does. */
export interface HazardInText {
  hazard: Hazard
  words: string
}
