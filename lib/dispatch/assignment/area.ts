import { isOfDigits, postcodeAsWritten } from "@/lib/model/postcode"

/**
 * True when a postcode lies in an area. An area is the beginning of postcodes and ends where letters become digits,
 * digits become letters, or a blank comes: M is Manchester and not Milton Keynes (MK), M1 is not M11. A postcode of
 * digits alone lies in every beginning of it.
 */
export function liesIn(postcode: string, area: string): boolean {
  const [code, start] = [postcodeAsWritten(postcode), postcodeAsWritten(area)]
  if (!code.startsWith(start)) return false
  const [before, after] = [start.at(-1) ?? "", code[start.length] ?? ""]
  return isOfDigits(code) || kind(before) !== kind(after)
}

/** True when a candidate works at this postcode; without areas they work everywhere, and where nobody knows all do. */
export const worksIn = ({ areas }: { areas: readonly string[] }, postcode: string): boolean =>
  areas.length === 0 || postcode === "" || areas.some((area) => liesIn(postcode, area))

const kind = (character: string): string => (/\d/.test(character) ? "digit" : /[A-Z]/.test(character) ? "letter" : "")
