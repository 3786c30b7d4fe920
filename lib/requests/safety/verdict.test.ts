import { expect, test } from "vitest"
import { verdictOf } from "./verdict"

const thresholds = { danger: 1, agreed: 0.8, possible: -1, heard: -1.5 }
const silent = { rules: false, asks: false, foreign: false, score: -2, loudest: -2 }

test.each([
  ["statistics that are sure raise an emergency alone", { score: 1 }, "danger"],
  ["with the rules one sentence does", { score: 0, loudest: 0.9, rules: true }, "danger"],
  ["without them it is asked about", { score: 0, loudest: 0.9 }, "possible"],
  [
    "what the rules see is asked about where the statistics alone would not",
    { loudest: -1.4, rules: true },
    "possible",
  ],
  ["unless the statistics are very sure against it", { rules: true }, "none"],
  ["what must be asked about always is", { asks: true }, "possible"],
  ["in a language that is little known they must be surer", { score: 1.9, foreign: true }, "possible"],
  ["and can be", { score: 2, foreign: true }, "danger"],
  ["nothing is none", {}, "none"],
])("%s", (_, opinions, verdict) => {
  expect(verdictOf({ ...silent, ...opinions }, thresholds)).toBe(verdict)
})
