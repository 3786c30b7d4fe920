import { type CommonFilter, isListed } from "./common-filter"

export const SHORTEST = 8

/** The number of characters as people count them: an emoji is one, although it takes two units of UTF-16. */
export const characterCount = (text: string): number => [...text].length

export type Strength = "short" | "weak" | "fair" | "strong"

/**
 * Judges a password by whether others would guess it, its length and how many different characters and kinds of
 * characters it has. Only a hint for the person typing: it refuses nothing.
 * @param common the passwords that people choose most, once the browser has them
 */
export function strengthOf(password: string, common?: CommonFilter): Strength {
  const length = characterCount(password)
  if (length < SHORTEST) return "short"
  const different = new Set(password.toLowerCase()).size
  if (different < 5 || /^\P{L}+$/u.test(password) || isGuessable(password, common)) return "weak"
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length
  return different >= 8 && length + 2 * kinds >= 18 ? "strong" : "fair"
}

/** What people put in place of letters. */
const LEET: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
}

/** Common as it is, without the digits and marks at its ends, or with letters for what looks like them. */
function isGuessable(password: string, common: CommonFilter | undefined): boolean {
  const typed = password.toLowerCase()
  const spelt = typed.replace(/[013457@$!]/g, (mark) => LEET[mark] ?? mark)
  const bare = (word: string) => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "")
  const words = [typed, bare(typed), spelt, bare(typed.replace(/[@$]/g, (mark) => LEET[mark] ?? mark)), bare(spelt)]
  return common !== undefined && words.some((word) => word.length >= 6 && isListed(common, word))
}
