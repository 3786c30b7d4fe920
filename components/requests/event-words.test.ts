import { expect, test } from "vitest"
import type { EventData } from "@/lib/model/event"
import { authorWords, wordsOf } from "./event-words"

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

test.each([
  ["what somebody without an account reported", "filed", null, "Someone without an account"],
  ["what they added later", "noted", null, "Someone without an account"],
  ["what the system did", "assigned", null, "Automatically"],
  ["what a person did", "noted", { id: "1", name: "Amara Okafor", kind: "account" }, "Amara Okafor"],
  ["what a key did", "filed", { id: "1", name: "Housing portal", kind: "api_key" }, "Housing portal (API)"],
] as const)("the timeline names the author of %s", (_, kind, actor, words) => {
  expect(authorWords({ kind, actor })).toBe(words)
})

test("what a customer added reads differently from a note of staff, and tells that its words are being checked", () => {
  const data = {
    note: "Now it smells of gas",
    words: "smells of gas",
    hazard: "gas",
    verdict: "danger",
    judge: "rules",
  }
  expect(wordsOf({ kind: "noted", data, visibleToCustomer: true })).toMatchObject({
    title: "Details added",
    body: "Now it smells of gas\n\nStaff were asked to check the words “smells of gas”",
  })
  const reply = { kind: "messaged" as const, data: { message: "On Thursday.", from: "staff" } }
  expect(wordsOf(reply)).toMatchObject({ title: "Reply to the customer", body: "On Thursday.", mark: "staff" })
  expect(wordsOf(reply, true).title).toBe("Message from us")
  expect(wordsOf({ kind: "noted", data: { note: "Dog" }, visibleToCustomer: false }).title).toBe("Note for staff")
})
