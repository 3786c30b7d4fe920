/** Dangers to life, each with a safety card of its own. */
export const HAZARDS = ["gas", "carbon_monoxide"] as const
export type Hazard = (typeof HAZARDS)[number]

export const HAZARD_NAMES: Record<Hazard, string> = { gas: "Gas", carbon_monoxide: "Carbon monoxide" }

/** A danger that a customer's text mentions, and the words in which it does. */
export interface HazardInText {
  hazard: Hazard
  words: string
}

/** What a text tells: a danger, something that may be one and has to be asked about, or neither. */
export const VERDICTS = ["danger", "possible", "none"] as const
export type Verdict = (typeof VERDICTS)[number]

/** Words that tell of a danger or of what may be one, and which judge read them so. */
export interface DangerInText extends HazardInText {
  verdict: Exclude<Verdict, "none">
  /** Names the judge, such as `rules`. */
  judge: string
}

export type Judgement = DangerInText | { verdict: "none" }

/** Who answered a check for danger: `unanswered` means that nobody did in time, and counts as a danger. */
export const DANGER_CHECK_OUTCOMES = ["danger", "no_danger", "unanswered"] as const
export type DangerCheckOutcome = (typeof DANGER_CHECK_OUTCOMES)[number]
