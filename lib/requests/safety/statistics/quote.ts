import type { ReadText } from "../read-text"
import type { Features } from "./features"

const LONGEST = 80

/**
 * The words in a row, in one sentence and at most 80 characters long, that weigh most for a danger; the whole sentence if
 * it is no longer than that, since "hob flame is" says less to whoever reads it than "Hob flame is small".
 */
export function quoteOf({ text, tokens }: ReadText, { buckets, values, at }: Features, weights: Int8Array): string {
  const weight = tokens.map(() => 0)
  for (let i = 0; i < buckets.length; i++) {
    const token = at[i] ?? 0
    weight[token] = (weight[token] ?? 0) + (weights[buckets[i] ?? 0] ?? 0) * (values[i] ?? 0)
  }
  let best = { sum: Number.NEGATIVE_INFINITY, first: 0, last: 0 }
  for (let first = 0; first < tokens.length; first++) {
    let sum = 0
    for (let last = first; last < tokens.length && (last === first || tokens[last]?.gap !== 2); last++) {
      if ((tokens[last]?.end ?? 0) - (tokens[first]?.start ?? 0) > LONGEST && last > first) break
      sum += weight[last] ?? 0
      if (sum > best.sum) best = { sum, first, last }
    }
  }
  const { first, last } = wholeSentence(tokens, best)
  return text.slice(tokens[first]?.start, tokens[last]?.end).replace(/\s+/g, " ").slice(0, LONGEST)
}

type Part = { first: number; last: number }

function wholeSentence(tokens: ReadText["tokens"], part: Part): Part {
  let { first, last } = part
  while (first > 0 && tokens[first]?.gap !== 2) first--
  while (last + 1 < tokens.length && tokens[last + 1]?.gap !== 2) last++
  return (tokens[last]?.end ?? 0) - (tokens[first]?.start ?? 0) > LONGEST ? part : { first, last }
}
