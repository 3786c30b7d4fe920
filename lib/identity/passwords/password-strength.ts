export const SHORTEST = 8

/** Characters as people count them: one that takes two units of UTF-16 is one. */
export const lengthOf = (text: string): number => [...text].length

export type Strength = "short" | "fair" | "strong"

/** What a password seems worth, by its length and how much its characters differ. A hint: it refuses nothing. */
export function strengthOf(password: string): Strength {
  const length = lengthOf(password)
  const different = new Set(password.toLowerCase()).size
  if (length < SHORTEST || different < 5) return "short"
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length
  return different >= 8 && length + 2 * kinds >= 18 ? "strong" : "fair"
}
