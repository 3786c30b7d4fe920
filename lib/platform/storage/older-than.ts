import { stat } from "node:fs/promises"

/** Of these files, those last written to (or put into quarantine) before a moment; one that is gone is not old. */
export async function olderThan(before: number, ids: string[], place: (id: string) => string): Promise<string[]> {
  const found = await Promise.all(ids.map((id) => stat(place(id)).catch(() => undefined)))
  return ids.filter((_, i) => (found[i]?.mtimeMs ?? Number.POSITIVE_INFINITY) < before)
}
