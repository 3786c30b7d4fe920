import { bitsOf } from "./concept"
import { isNegated } from "./negation"
import type { ReadText } from "./read-text"
import { vocabularyIn } from "./vocabulary/vocabulary"

/** People who cannot be woken or are ill together at home, and those who mean harm. */
const GRAVE = bitsOf("faint", "threat")

/** Whether words are there that are asked about whatever else is said. */
export const mustAsk = (read: ReadText): boolean => vocabularyIn(read) !== undefined || isGrave(read)

function isGrave(read: ReadText): boolean {
  return read.tokens.some((_, at) =>
    read.judgesOf(at).some((passage) => passage.has(at, GRAVE) && !isNegated(passage, at)),
  )
}
