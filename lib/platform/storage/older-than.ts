import { stat } from "node:fs/promises"

/**
 * Returns the ids, among these, of files last written before a moment (milliseconds since 1970). Moving a file into
 * quarantine counts as writing; a missing file does not count as old.
 */
export async function olderThan(before: number, ids: string[], place: (id: string) => string): Promise<string[]> {
  const found = await Promise.all(ids.map((id) => stat(place(id)).catch(() => undefined)))
  return ids.filter((_, i) => (found[i]?.mtimeMs ?? Number.POSITIVE_INFINITY) < before)
}
