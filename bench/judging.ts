import { readCorpus } from "@/lib/requests/safety/corpus/read-corpus"
import { judgeText } from "@/lib/requests/safety/judge-text"

/** `npx tsx bench/judging.ts`: what it costs to judge a text for danger, of usual length and of the greatest there can be. */
const USUAL = 200
const LONGEST = 5200
const ROUNDS = 3000

const all = readCorpus("development").map(({ text }) => text)
const joined = all.join(" ")
const pieces = (length: number) =>
  Array.from({ length: Math.floor(joined.length / length) }, (_, i) => joined.slice(i * length, (i + 1) * length))

console.table({
  "a phrase of the corpus": timesOf(all),
  [`${USUAL} characters`]: timesOf(pieces(USUAL)),
  [`${LONGEST} characters`]: timesOf(pieces(LONGEST)),
})
console.log(`Memory with the judge loaded: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`)

/** Texts in turn, the first of which only warm up. */
function timesOf(texts: readonly string[]) {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    judgeText(texts[round % texts.length] ?? "")
    times.push(performance.now() - started)
  }
  const sorted = times.slice(ROUNDS / 3).sort((a, b) => a - b)
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(3))
  return { "p50, ms": at(0.5), "p99, ms": at(0.99) }
}
