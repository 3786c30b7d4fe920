import type { HazardInText } from "@/lib/model/hazard"
import type { ReadText } from "../read-text"
import { FOREIGN_WORDS } from "./foreign-words"

const hazards = new Map(FOREIGN_WORDS)

/** A word for gas, carbon monoxide or an alarm in a text that is in none of the languages we know well. */
export function vocabularyIn(read: ReadText): HazardInText | undefined {
  if (read.isFamiliar) return undefined
  for (const { word, start, end } of read.tokens) {
    const hazard = hazards.get(word)
    if (hazard) return { hazard, words: read.text.slice(start, end) }
  }
  return undefined
}
