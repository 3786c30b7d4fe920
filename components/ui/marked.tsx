import { MarkedParts, type MarkedText } from "@/components/ui/marked-parts"
import { markFound, searchPatterns } from "@/lib/model/search-words"

interface MarkedProps {
  text: string
  /** What was searched for, if anything. */
  q?: string
}

/** A text with the words marked that a search found in it. */
export const Marked = ({ text, q }: MarkedProps) => <MarkedParts text={markWords(text, q)} />

/** The same for lists that have their text made ready. */
export const markWords = (text: string, q: string | undefined): MarkedText =>
  q ? markFound(text, searchPatterns(q)) : text
