import { outwardCode } from "@/lib/model/postcode"
import type { Premises } from "@/lib/model/premises"
import { addressWords, postcodeKey, premisesKey, SPELLINGS } from "@/lib/model/premises-key"

/** Keys of addresses seen lately: each new emergency is compared with all open ones, under the assignment lock. */
const keys = new Map<string, string>()
const MOST_KEYS = 10_000

function addressKey(premises: Premises): string | undefined {
  const { line1, line2 = "", town, postcode } = premises
  const address = [line1, line2, postcode || town].join("\n")
  const known = keys.get(address)
  if (known !== undefined) return known
  const key = premisesKey(premises)
  if (key === undefined) return undefined
  if (keys.size >= MOST_KEYS) keys.clear()
  keys.set(address, key)
  return key
}

/** Whether two reports are about the same premises: by MPRN where both have one, else by the address if it is known. */
export function isSamePlace(a: Premises, b: Premises): boolean {
  if (a.mprn && b.mprn) return a.mprn === b.mprn
  const key = addressKey(a)
  return key !== undefined && key === addressKey(b)
}

/** The street of an address without its number, as it was written: "Burley Street" of "14b Burley Street". */
export function streetOf({ line1, line2 = "" }: Premises): string | undefined {
  // A flat or a house name may stand in the first line and the street in the second.
  const lines = [...line1.split(","), ...line2.split(",")].map((line) => line.trim())
  const street = lines.find((line) => /\p{L}/u.test(line) && KINDS.has(addressWords(line).at(-1) ?? ""))
  return street?.replace(/^(?:no\.?\s*)?\d+\s*\p{L}?(?:\s*[-–/]\s*\d+\p{L}?)?[\s,]+(?=\p{L})/iu, "").trim()
}

const KINDS: ReadonlySet<string> = new Set([
  ...SPELLINGS.map(([first]) => first).filter((word) => word !== "flat" && word !== "number" && word !== "saint"),
  ...["way", "row", "hill", "walk", "mews", "parade", "green", "park", "view", "rise", "wharf", "quay", "yard", "gate"],
])

/** The street and its town in one spelling; undefined where no street is named. */
export function streetKey(premises: Premises): string | undefined {
  const street = streetOf(premises)
  return street && [...addressWords(street), ...addressWords(premises.town)].join(" ")
}

/** What reports around one place share, each in one spelling. */
export interface Neighbourhood {
  /** The full postcode, and the street with its town and outward code where that is known. */
  keys: string[]
  /** The street with its town, wherever in it: those who do not know the postcode name no more. */
  street?: string
}

/** A street of one town may be there several times: Victoria Terrace in LS6 is not the one in LS12. */
export function neighbourhoodOf(premises: Premises): Neighbourhood {
  const [street, postcode] = [streetKey(premises), postcodeKey(premises.postcode)]
  const code = outwardCode(premises.postcode)
  return {
    keys: [...(postcode ? [`postcode ${postcode}`] : []), ...(street && code ? [`street ${street}|${code}`] : [])],
    ...(street && { street: `street ${street}` }),
  }
}

/** Whether these keys are of a part of the street that is known. */
export const isPartKnown = (keys: ReadonlySet<string>, street: string): boolean =>
  [...keys].some((key) => key.startsWith(`${street}|`))
