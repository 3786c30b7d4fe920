import { cleanCode } from "./clean-text"

/** An extension at the end: "ext 12", "x12", "#12". */
const EXTENSION = /\s*(?:ext(?:ension)?\b|x|#)[\s.:]*\d{1,6}$/i
/** What people put between digits. */
const BETWEEN = /[\s()./-]/g
/** "+44 (0)20": the zero is for those who dial from within. */
const INLAND_ZERO = /(?<=^\+[\d\s.-]*)\(0\)/

/** What stands around a number that was copied: "tel:", "Mobile: ", "☎", "(home)". */
const LABEL = /^(?:(?:tel|telephone|phone|ph|mob|mobile|m|t)\b[\s.:]*|[\u260e\u{1f4de}\u{1f4f1}]\ufe0f?\s*)+/iu
const WHOSE = /\s*\([\p{L}\s'’]+\)$/u

/** A phone number without the words around it. */
export const barePhone = (phone: string): string => phone.replace(LABEL, "").replace(WHOSE, "")

/** The part of a phone number that is dialled, with its leading plus. */
export const dialled = (phone: string): string =>
  phone.replace(EXTENSION, "").replace(INLAND_ZERO, "").replace(BETWEEN, "")

/** Whether a cleaned text is a phone number: 6 to 15 digits, however they are grouped. */
export const isPhone = (text: string): boolean => /^\+?\d{6,15}$/.test(dialled(text))

const INSIDE = /(?<![\p{L}\p{N}])\+?\(?\d[\d\s()./-]{7,}\d(?![\p{L}\p{N}])/gu

/** The phone number in what somebody typed or copied, without the words around it; undefined where there is none, or several. */
export function phoneIn(typed: string): string | undefined {
  const text = cleanCode(typed)
  const bare = barePhone(text)
  if (isPhone(bare)) return bare
  const found = (text.match(INSIDE) ?? []).filter(isPhone)
  return found.length === 1 ? found[0] : undefined
}

/** The address of a link that calls a number. */
export const telHref = (phone: string): string => `tel:${dialled(phone).replace(/[^\d+]/g, "")}`
