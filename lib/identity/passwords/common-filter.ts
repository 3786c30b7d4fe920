/*
 * A Bloom filter: a small picture of the list of common passwords, for browsers, which need not download the list. It
 * knows all of them, and takes one other word in a thousand for one of them.
 */

const BITS_PER_WORD = 15
const HASHES = 10

/** The places of a word in a filter of so many bits (FNV-1a, twice). */
function placesOf(word: string, bits: number): number[] {
  const [first, step] = [hash(word, 0x811c9dc5), hash(word, 0x01234567) | 1]
  return Array.from({ length: HASHES }, (_, i) => ((first + Math.imul(i, step)) >>> 0) % bits)
}

function hash(word: string, seed: number): number {
  let value = seed
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193)
  return (value ^ (value >>> 15)) >>> 0
}

export type CommonFilter = Uint8Array

/** Makes the filter of a list. */
export function filterOf(words: readonly string[]): CommonFilter {
  const filter = new Uint8Array(Math.ceil((words.length * BITS_PER_WORD) / 8))
  for (const word of words)
    for (const place of placesOf(word, filter.length * 8))
      filter[place >> 3] = (filter[place >> 3] ?? 0) | (1 << (place & 7))
  return filter
}

/** Whether the list of a filter has a word, or most likely not. */
export const isListed = (filter: CommonFilter, word: string): boolean =>
  placesOf(word, filter.length * 8).every((place) => ((filter[place >> 3] ?? 0) >> (place & 7)) & 1)

/** Reads a filter from its text. */
export const unpackFilter = (base64: string): CommonFilter => Uint8Array.from(atob(base64), (it) => it.charCodeAt(0))
