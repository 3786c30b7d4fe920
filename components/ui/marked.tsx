import { markFound, searchPatterns } from "@/lib/model/search-words"

/** How what was found looks. */
export const MARK = "rounded-sm bg-warning-soft text-ink underline decoration-warning"

interface MarkedProps {
  text: string
  /** What was searched for, if anything. */
  q?: string
}

/** A text with the words marked that a search found in it. */
export function Marked({ text, q }: MarkedProps) {
  if (!q) return <bdi>{text}</bdi>
  return (
    <bdi>
      {markFound(text, searchPatterns(q)).map((part) =>
        part.found ? (
          <mark key={part.at} className={MARK}>
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </bdi>
  )
}
