const DIGITS = /^\d+$/

/** Whether a postcode, or the beginning of one, is of digits alone. */
export const isOfDigits = (postcode: string): boolean => DIGITS.test(postcode)

/** Separates the last three characters of a British postcode written as one word; of digits alone, keeps only the digits. */
export function postcodeAsWritten(postcode: string): string {
  const code = postcode.toUpperCase().trim()
  const digits = code.replace(/[ -]/g, "")
  return isOfDigits(digits) ? digits : code.replace(/^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/, "$1 $2")
}

/**
 * How the postcodes of an area are found: a regular expression for postcodes as written, and a word that is in the folded
 * text of each. An area is the beginning of postcodes and ends where letters become digits, digits become letters, or a
 * blank comes; of digits alone, any beginning of them is one.
 */
export function areaSearch(area: string): { pattern: string; word: string } {
  const start = postcodeAsWritten(area)
  const digits = isOfDigits(start)
  const rest = /\d$/.test(start) ? "(?![0-9])" : "(?![A-Z])"
  const word = start.replace(/[ -]/g, "").toLowerCase()
  return { pattern: `^${start}${digits ? "" : rest}`, word: ` ${digits ? word.slice(0, 3) : word}` }
}

const BRITISH = /^([A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}$/

/** The first half of a full British postcode, such as LS6 of "ls6 2ab"; undefined of any other. */
export const outwardCode = (postcode: string): string | undefined => BRITISH.exec(postcodeAsWritten(postcode))?.[1]
