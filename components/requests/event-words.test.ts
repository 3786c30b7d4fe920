import { expect, test } from "vitest"
import type { EventData } from "@/lib/model/event"
import { wordsOf } from "./event-words"

const filed = (data: Partial<EventData["filed"]>) =>
  wordsOf({
    kind: "filed",
    data: { category: "billing", priority: "low", hazard: "gas", words: "smell of gas", ...data },
  })

test.each([
  [
    "made it an emergency",
    { priority: "emergency", verdict: "danger" },
    "Treated as an emergency because of the words “smell of gas”",
  ],
  [
    "made it one before verdicts were kept",
    { priority: "emergency" },
    "Treated as an emergency because of the words “smell of gas”",
  ],
  ["may tell of one", { verdict: "possible" }, "Staff were asked to check the words “smell of gas”"],
  [
    "are of no danger now",
    { verdict: "danger", happeningNow: false },
    "Not happening now: “smell of gas”. Staff were asked to check it",
  ],
  ["were of no danger then, and were not checked", { happeningNow: false }, "Not happening now: “smell of gas”"],
  ["are none", { words: undefined, hazard: undefined }, undefined],
] as const)("the timeline says of words that %s what they led to, and no more", (_, data, body) => {
  expect(filed(data).body).toBe(body)
})

test.each([
  ["danger", "Checked: an emergency"],
  ["no_danger", "Checked: not an emergency"],
  ["unanswered", "Not checked in time: treated as an emergency"],
] as const)("a check that ended as %s reads “%s”, to customers as well", (outcome, title) => {
  expect(wordsOf({ kind: "checked", data: { outcome } })).toMatchObject({ title })
})
