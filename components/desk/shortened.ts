/** A text as far as there is room for it on paper, with three dots where more was written. */
export function shortened(text: string, { lines, characters }: { lines: number; characters: number }): string {
  const kept = text.split("\n").slice(0, lines).join("\n").slice(0, characters).trimEnd()
  return kept === text.trimEnd() ? text.trimEnd() : `${kept}…`
}
