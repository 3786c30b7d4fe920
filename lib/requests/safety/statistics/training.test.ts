import { expect, test } from "vitest"
import { crossValidated, thresholdsFor } from "./cross-validation"
import { modelOf } from "./model"
import { heads, lessons } from "./training"
import weights from "./weights.json"

const HEADS = ["danger", "monoxide"] as const

test("the weights that are kept are those that training gives: else run npm run safety:train", () => {
  const [kept, trained] = [modelOf(weights), heads(lessons())]
  for (const head of HEADS) {
    expect(trained[head].weights.length).toBe(kept[head].weights.length)
    // A step more or less, as another processor may round otherwise.
    const differing = trained[head].weights.filter((weight, i) => Math.abs(weight - (kept[head].weights[i] ?? 0)) > 1)
    expect(differing.length, head).toBe(0)
    expect(trained[head].bias).toBeCloseTo(kept[head].bias, 3)
  }
})

test("no writer is judged by what that writer taught, and those who knew the judge are not asked", () => {
  const some = lessons().filter((_, i) => i % 8 === 0)
  const scored = crossValidated(some)
  expect(scored.length).toBeGreaterThan(50)
  expect(scored.some(({ writer }) => writer.startsWith("with-the-"))).toBe(false)
}, 60_000)

test("thresholds let less than two in a hundred ordinary phrases through, and little more than one danger", () => {
  const features = { buckets: [], values: [], at: [] }
  const phrase = {
    writer: "",
    language: "english",
    text: "",
    parts: [],
    features,
    rules: false,
    asks: false,
    foreign: false,
  }
  const scores = Array.from({ length: 1000 }, (_, i) => i / 500 - 1)
  const dangers = scores.map((score) => ({ ...phrase, kind: "gas" as const, score: score + 1, loudest: score + 1 }))
  const ordinary = scores.map((score) => ({
    ...phrase,
    kind: "ordinary" as const,
    score: score - 1,
    loudest: score - 1,
  }))
  const { danger, possible } = thresholdsFor([...dangers, ...ordinary])
  expect(ordinary.filter(({ score }) => score >= danger).length).toBe(18)
  expect(dangers.filter(({ score }) => score < possible).length).toBe(11)
})
