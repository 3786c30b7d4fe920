export const SHORTEST = 8

/** The number of characters as people count them: an emoji is one, although it takes two units of UTF-16. */
export const characterCount = (text: string): number => [...text].length

export type Strength = "short" | "fair" | "strong"

/**
 * Judges a password by its length and by how many different characters and kinds of characters it has. Only a hint for
 * the person typing: it refuses nothing.
 */
export function strengthOf(password: string): Strength {
  const length = characterCount(password)
  const different = new Set(password.toLowerCase()).size
  if (length < SHORTEST || different < 5) return "short"
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length
  return different >= 8 && length + 2 * kinds >= 18 ? "strong" : "fair"
}
