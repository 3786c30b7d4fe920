import type { MarkedText } from "@/components/ui/marked-parts"
import { markFound, searchPatterns } from "@/lib/model/search-words"

/** A text with the words marked that a search for `q` found in it. */
export const markWords = (text: string, q: string | undefined): MarkedText =>
  q ? markFound(text, searchPatterns(q)) : text
