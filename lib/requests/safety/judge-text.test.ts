import { describe, expect, test } from "vitest"
import { HAZARD_OF, readCorpus } from "./corpus/read-corpus"
import { judgeText } from "./judge-text"
import { figuresOf } from "./measure"

describe("the development half of the corpus", () => {
  const judged = readCorpus("development").map((phrase) => ({ ...phrase, ...judgeText(phrase.text) }))
  const { dangers, missed, doubted, ordinary, alarmed, asked } = figuresOf(judged)

  test("has no phrase twice, and forty of both kinds in each language of the rules", () => {
    expect(new Set(judged.map(({ text }) => text)).size).toBe(judged.length)
    for (const language of ["english", "spanish", "french", "german", "polish", "hindi", "arabic"])
      for (const isDanger of [true, false]) {
        const such = judged.filter(
          (one) => one.language === language && (HAZARD_OF[one.kind] !== undefined) === isDanger,
        )
        expect(such.length, `${language}, ${isDanger ? "dangers" : "others"}`).toBeGreaterThanOrEqual(40)
      }
  })

  test("has less than one danger in fifty that is missed, and one in ten that is asked about", () => {
    expect(missed / dangers).toBeLessThan(0.02)
    expect(doubted / dangers).toBeLessThan(0.1)
  })

  test("has less than three in a hundred ordinary phrases that alarm, and a quarter that is asked about", () => {
    expect(alarmed / ordinary).toBeLessThan(0.03)
    expect(asked / ordinary).toBeLessThan(0.25)
  })

  test("has gas and carbon monoxide told apart", () => {
    const told = judged.filter(({ kind, verdict }) => HAZARD_OF[kind] && verdict !== "none")
    const confused = told.filter((one) => one.verdict !== "none" && one.hazard !== HAZARD_OF[one.kind])
    expect(confused.length / told.length).toBeLessThan(0.05)
  })
})
