import { ERASED } from "./erased"
import type { Premises } from "./premises"

/** Ways to write the same kind of street or part of a building. The first is how a key has it. */
export const SPELLINGS = [
  ["street", "st", "str"],
  ["road", "rd"],
  ["lane", "ln"],
  ["avenue", "ave", "av"],
  ["drive", "dr"],
  ["close", "cl"],
  ["court", "ct"],
  ["crescent", "cres", "cr"],
  ["place", "pl"],
  ["square", "sq"],
  ["terrace", "ter", "terr"],
  ["gardens", "gdns", "gdn"],
  ["grove", "gr"],
  ["saint", "snt"],
  ["flat", "apartment", "apt", "appt", "maisonette"],
  ["number", "no", "nr"],
] as const

const SPELLED = new Map<string, string>(
  SPELLINGS.flatMap(([first, ...others]) => others.map((other) => [other, first] as const)),
)

/** Words that say nothing about where it is. */
const EMPTY = new Set(["number", "the", "at"])

/** The words of an address in one spelling: small letters without accents, "12 a" as "12a", "1/2" as "1_2", "Rd" as "road". */
export function addressWords(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
  return plain
    .replace(/_/g, " ")
    .replace(/(\d)\s+([a-z])(?![a-z0-9])/g, "$1$2")
    .replace(/(\d[a-z]?)[-–/](?=\d)/g, "$1_")
    .split(/[^\p{L}\p{N}_]+/u)
    .filter(Boolean)
    .map((word) => SPELLED.get(word) ?? word)
    .filter((word) => !EMPTY.has(word))
}

export const postcodeKey = (postcode: string): string => addressWords(postcode).join("").toUpperCase()

/**
 * Words for a part of a building, each with a numbering of its own: above the shop that is unit 3 there may be a flat 3.
 * What people live in is always a flat.
 */
const PARTS = new Set(["flat", "unit", "shop", "office", "suite", "studio", "room", "plot"])

/** The words of a building and of the part in it: flat 2 of number 14 is not flat 14 of number 2. */
function partsOf({ line1, line2 = "" }: Premises): { part: string[]; building: string[] } {
  const building = addressWords(`${line1} ${line2}`)
  const at = building.findIndex((word, place) => PARTS.has(word) && building[place + 1] !== undefined)
  return { part: at < 0 ? [] : building.splice(at, 2), building }
}

/**
 * What two ways to write one address have in common, and two addresses never: the postcode, the flat or other part, and the
 * other words in their order. Undefined for an address that is not known, or erased.
 */
export function premisesKey(premises: Premises): string | undefined {
  // Whoever reports an emergency may not know the postcode.
  const around = postcodeKey(premises.postcode || premises.town)
  const { part, building } = partsOf(premises)
  if (!around || premises.line1 === ERASED || part.length + building.length === 0) return undefined
  return [around, part.join(" "), building.join(" ")].join("|")
}

/**
 * The supply point, where its MPRN is known: it decides before the way in which the street is written. Not before the
 * postcode and the numbers, since people copy the MPRN of the house they have left, or of the flat beside. Under one MPRN
 * “Unit 3” is what somebody else calls “Flat 3”.
 */
export function supplyKey(premises: Premises): string | undefined {
  const postcode = postcodeKey(premises.postcode)
  if (!premises.mprn || !postcode || !premisesKey(premises)) return undefined
  const { part, building } = partsOf(premises)
  const numbers = building.filter((word) => /\d/.test(word))
  return [premises.mprn, postcode, part.slice(1).join(" "), numbers.join(" ")].join("|")
}
