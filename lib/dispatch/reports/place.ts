import type { Premises } from "@/lib/model/premises"

/** Ways to write the same kind of street or part of a building. The first is how a key has it. */
const SPELLINGS = [
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
  ["flat", "apartment", "apt", "unit"],
  ["number", "no", "nr"],
] as const

const SPELLED = new Map<string, string>(
  SPELLINGS.flatMap(([first, ...others]) => others.map((other) => [other, first] as const)),
)

/** Words that say nothing about where it is. */
const EMPTY = new Set(["number", "the", "at"])

/** The words of an address in one spelling: small letters without accents, "12 a" as "12a", "Rd" as "road". */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
  return plain
    .replace(/(\d)\s+([a-z])(?![a-z0-9])/g, "$1$2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => SPELLED.get(word) ?? word)
    .filter((word) => !EMPTY.has(word))
}

const postcodeKey = (postcode: string): string => wordsOf(postcode).join("").toUpperCase()

/** Keys of addresses seen lately: each new emergency is compared with all open ones, under the assignment lock. */
const keys = new Map<string, string>()
const MOST_KEYS = 10_000

function addressKey({ line1, line2 = "", town, postcode }: Premises): string {
  // Whoever reports an emergency may not know the postcode.
  const around = postcode || town
  const address = [line1, line2, around].join("\n")
  const known = keys.get(address)
  if (known !== undefined) return known
  if (keys.size >= MOST_KEYS) keys.clear()
  const key = newAddressKey(line1, line2, around)
  keys.set(address, key)
  return key
}

/** The postcode, the flat, and the other words in their order: flat 2 of number 14 is not flat 14 of number 2. */
function newAddressKey(line1: string, line2: string, around: string): string {
  const words = wordsOf(`${line1} ${line2}`)
  const at = words.indexOf("flat")
  const flat = at < 0 ? [] : words.splice(at, 2)
  return [postcodeKey(around), flat.join(" "), words.join(" ")].join("|")
}

/** Whether two reports are about the same premises: by MPRN where both have one, else by the address if its town is known. */
export function isSamePlace(a: Premises, b: Premises): boolean {
  if (a.mprn && b.mprn) return a.mprn === b.mprn
  return Boolean(a.postcode || a.town) && addressKey(a) === addressKey(b)
}

/** The street of an address without its number, as it was written: "Burley Street" of "14b Burley Street". */
export function streetOf({ line1, line2 = "" }: Premises): string | undefined {
  // A flat or a house name may stand in the first line and the street in the second.
  const lines = [...line1.split(","), ...line2.split(",")].map((line) => line.trim())
  const street = lines.find((line) => /\p{L}/u.test(line) && KINDS.has(wordsOf(line).at(-1) ?? ""))
  return street?.replace(/^(?:no\.?\s*)?\d+\s*\p{L}?(?:\s*[-–/]\s*\d+\p{L}?)?[\s,]+(?=\p{L})/iu, "").trim()
}

const KINDS: ReadonlySet<string> = new Set([
  ...SPELLINGS.map(([first]) => first).filter((word) => word !== "flat" && word !== "number" && word !== "saint"),
  ...["way", "row", "hill", "walk", "mews", "parade", "green", "park", "view", "rise", "wharf", "quay", "yard", "gate"],
])

/** The street and its town in one spelling; undefined where no street is named. */
export function streetKey(premises: Premises): string | undefined {
  const street = streetOf(premises)
  return street && [...wordsOf(street), ...wordsOf(premises.town)].join(" ")
}

/** The full postcode and the street with its town, each in one spelling: what reports around one place share. */
export function neighbourhoodKeys(premises: Premises): string[] {
  const street = streetKey(premises)
  const postcode = postcodeKey(premises.postcode)
  return [...(postcode ? [`postcode ${postcode}`] : []), ...(street ? [`street ${street}`] : [])]
}
