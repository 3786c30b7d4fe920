import type { Judgement } from "@/lib/model/hazard"
import { detectHazard } from "./detect-hazard"

/** Judges whether a text tells of a danger. */
export function judgeText(text: string): Judgement {
  const found = detectHazard(text)
  return found ? { verdict: "danger", ...found, judge: "rules" } : { verdict: "none" }
}
