import { randomCode } from "@/lib/runtime/random-code"

/** A fresh reference, such as GR-7K3M-9Q2F; 30⁸ of them, so guessing finds nobody's. */
export function newReference(): string {
  const letters = randomCode(8)
  return `GR-${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** The reference a person typed, in its official spelling; undefined when the text is not a reference. */
export function readReference(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[\s\p{Pd}\p{Pi}\p{Pf}"'.,]/gu, "")
  const match = /^(?:GR)?([2-9A-Z]{4})([2-9A-Z]{4})$/.exec(letters)
  return match ? `GR-${match[1]}-${match[2]}` : undefined
}
