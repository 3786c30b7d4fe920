/** A text in the form in which words are compared, and where each of its characters came from. */
export interface Folded {
  text: string
  /** For each UTF-16 unit of `text` where the character it stands for begins and ends. */
  from: number[]
  to: number[]
}

/** Accents on their own and apostrophes of all kinds, and what is not seen. */
const NOTHING = /['`\u00ad\u2018-\u201b\u2032\u2060\ufeff]|[\u02b0-\u02ff]|(?:[\u0300-\u036f]|[\u200b-\u200f])/gu
const LETTERS: Record<string, string> = Object.fromEntries([
  ...pairs("øØđĐðÐħĦłŁıς", "ooddddhhlliσ"),
  ...pairs("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "αβγδεζηθικλμνξοπρστυφχψω"),
  ...pairs("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", "абвгдежзийклмнопрстуфхцчшщъыьэюя"),
  ...pairs("ЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏҐ", "ѐёђѓєѕіїјљњћќѝўџґ"),
  ...["æÆ", "œŒ", "ßẞ", "þÞ"].flatMap((both, i) => [...both].map((one) => [one, ["ae", "oe", "ss", "th"][i] ?? ""])),
])
const GAP = /[^a-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2070-\u218f\u2c00-\u2fff\u3040-\ufe2f\ufe50-\u{10ffff}]/gu

function pairs(from: string, to: string): [string, string][] {
  const others = [...to]
  return [...from].map((one, i) => [one, others[i] ?? one])
}

function foldCharacter(character: string): string {
  if (/[a-z0-9]/.test(character)) return character
  const plain = character
    .replace(/´/g, "")
    .normalize("NFKD")
    .replace(/[A-Z]/g, (capital) => capital.toLowerCase())
  return [...plain.replace(NOTHING, "")]
    .map((one) => LETTERS[one] ?? one)
    .join("")
    .replace(GAP, " ")
}

/**
 * A text as `search_fold` in the database spells it, which keeps what is searched: small letters without accents and
 * apostrophes, and one space for whatever else stands between them.
 */
export function fold(typed: string): Folded {
  const folded: Folded = { text: "", from: [], to: [] }
  let at = 0
  for (const character of typed) {
    for (const unit of foldCharacter(character).split(""))
      if (unit !== " " || !folded.text.endsWith(" ")) {
        folded.text += unit
        folded.from.push(at)
        folded.to.push(at + character.length)
      }
    at += character.length
  }
  return folded
}

export const foldWords = (typed: string): string => fold(typed).text
