/** How what was found looks. */
export const MARK = "rounded-sm bg-warning-soft text-ink underline decoration-warning"

/** A text, or its parts with those that a search found. */
export type MarkedText = string | { at: number; text: string; found: boolean }[]

/** A text as somebody wrote it, in its own direction. */
export function MarkedParts({ text }: { text: MarkedText }) {
  if (typeof text === "string") return <bdi>{text}</bdi>
  return (
    <bdi>
      {text.map((part) =>
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
