/**
 * The kinds of row of a page's answer: bytes of a length that is told, which may hold anything that people have written, or
 * a line, of which `E` says what failed.
 */
const ROW = /[0-9a-f]*:(?:[AGLMOSTUVbglmos]([0-9a-f]+),|(E?)([^\n]*)(?:\n|$))/y

/** What kept parts of a page from being made, as Next writes it into the answer that a page is made anew from. */
export function failuresIn(answer: ArrayBuffer): string[] {
  // One letter for each byte, whatever they stand for.
  const rows = new TextDecoder("latin1").decode(answer)
  const found: string[] = []
  ROW.lastIndex = 0
  while (ROW.lastIndex < rows.length) {
    const row = ROW.exec(rows)
    if (!row) return [...found, "unreadable"]
    const [, length, failed, line = ""] = row
    if (length) ROW.lastIndex += Number.parseInt(length, 16)
    else if (failed) found.push(digestOf(line))
  }
  return found
}

/** Such as `NEXT_HTTP_ERROR_FALLBACK;404`; of a fault it is a number. */
const digestOf = (line: string): string => /^\{"digest":"([^"]*)"/.exec(line)?.[1] ?? "unknown"
