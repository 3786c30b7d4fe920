/**
 * True when a postcode lies in an area, which is the beginning of postcodes up to where letters become digits, digits
 * letters, or a blank comes: M is Manchester and not Milton Keynes (MK), M1 is not M11. A postcode of digits alone
 * belongs to every beginning of it.
 */
export function liesIn(postcode: string, area: string): boolean {
  const [code, start] = [asWritten(postcode), asWritten(area)]
  if (!code.startsWith(start)) return false
  const [before, after] = [start.at(-1) ?? "", code[start.length] ?? ""]
  return DIGITS.test(code) || kind(before) !== kind(after)
}

/** Whoever has no areas works everywhere. */
export const worksIn = ({ areas }: { areas: readonly string[] }, postcode: string): boolean =>
  areas.length === 0 || areas.some((area) => liesIn(postcode, area))

const DIGITS = /^\d+$/

/** British postcodes are also written in one word: the last three belong together. In those of digits nothing counts but these. */
function asWritten(postcode: string): string {
  const code = postcode.toUpperCase().trim()
  const digits = code.replace(/[ -]/g, "")
  return DIGITS.test(digits) ? digits : code.replace(/^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/, "$1 $2")
}

const kind = (character: string): string => (/\d/.test(character) ? "digit" : /[A-Z]/.test(character) ? "letter" : "")
