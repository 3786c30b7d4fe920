/** Marks that nobody sees or means: zero-width and soft ones, and those that turn the text around them. */
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu
/** Joiners belong to the spelling between letters of other scripts than these, and within emoji. */
const JOINERS = /[\u200c\u200d]+/gu
const JOINED = /[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u
const JOINS = /^[\p{L}\p{M}\p{Extended_Pictographic}]/u
const MARK = /^\p{M}$/u
const WITHOUT_JOINERS =
  /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]$/u
/** Tags spell the flags of England, Scotland and Wales, and are hidden text anywhere else. */
const TAGS = /(\u{1f3f4}[\u{e0020}-\u{e007f}]+)|[\u{e0000}-\u{e007f}]+/gu
/** What needs no cleaning but at its ends. */
const PLAIN = /^[\x20-\x7e\n]*$/

/**
 * A text as its writer saw it, whatever it was copied from: invisible and direction marks go, other control characters
 * and blanks of every width become a blank, halves of characters become U+FFFD, line ends become LF, and letters are
 * composed (NFC). Joiners stay in words that are spelt with them, and in emoji. Ends are trimmed.
 */
export function cleanProse(text: string): string {
  if (PLAIN.test(text)) return text.trim()
  return text
    .normalize("NFC")
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n\t]|[^\P{Zs} ]/gu, " ")
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(INVISIBLE, "")
    .replace(TAGS, "$1")
    .replace(JOINERS, (joiners, at: number, whole: string) => (isSpelling(whole, at, joiners.length) ? joiners : ""))
    .trim()
}

/** Whether joiners at a place of a text belong to its spelling. Looks no further than to the letter before them. */
function isSpelling(text: string, at: number, length: number): boolean {
  // A letter may take two places.
  if (!JOINED.test(text.slice(Math.max(0, at - 2), at)) || !JOINS.test(text.slice(at + length, at + length + 2)))
    return false
  let end = at
  for (let mark = lastOf(text, end); MARK.test(mark); mark = lastOf(text, end)) end -= mark.length
  return !WITHOUT_JOINERS.test(lastOf(text, end))
}

const lastOf = (text: string, end: number): string => [...text.slice(Math.max(0, end - 2), end)].at(-1) ?? ""

/** The same on a single line: line ends, tabs and several blanks become one blank. */
export const cleanLine = (text: string): string => cleanProse(text).replace(/\s+/g, " ").trim()

/** Digits as ASCII, whatever keyboard they come from: full-width, Arabic, Persian, Devanagari and others. */
export const asciiDigits = (text: string): string =>
  text.replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)))

/** Digits stand in rows of ten that begin with zero, mostly one row for a script. */
function digitValue(point: number): number {
  let first = point
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  return (point - first) % 10
}

/** A code such as a postcode or a serial number: ASCII hyphens and digits, without what trails it or stands around it. */
export const cleanCode = (text: string): string =>
  asciiDigits(cleanLine(text.normalize("NFKC")))
    .replace(/\p{Pd}|\u2212/gu, "-")
    .replace(/^[\s"'“”‘’«»,;.:]+|[\s"'“”‘’«»,;.:]+$/gu, "")

/**
 * An email address without what it was copied with: "mailto:", "<…>" with a name before, quotes, a comma at its end. Its
 * domain is in ASCII (punycode), as mail is sent and addresses are compared.
 */
export function cleanEmail(text: string): string {
  const bare = cleanLine(text)
    .replace(/[\uff20\ufe6b]/g, "@")
    .replace(/^.*<([^<>]+)>\W*$/, "$1")
    .replace(/^mailto:\s*/i, "")
    .replace(/^[\s"'“”‘’«»,;:]+|[\s"'“”‘’«»,;:.]+$/gu, "")
  const at = bare.lastIndexOf("@")
  return at < 0 || PLAIN.test(bare) ? bare : `${bare.slice(0, at + 1)}${asciiDomain(bare.slice(at + 1))}`
}

function asciiDomain(domain: string): string {
  const asUrl = `http://${domain.normalize("NFKC")}`
  return /[\s/?#@:\\]/.test(domain) || !URL.canParse(asUrl) ? domain : new URL(asUrl).hostname
}
