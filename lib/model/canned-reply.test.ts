import { expect, test } from "vitest"
import { fillReply, unknownPlaceholder } from "./canned-reply"

const TEXT = "Dear {name}, we work on {reference} and come at {time}. {name}, thank you."

test("placeholders are filled in everywhere they stand", () => {
  const facts = { name: "Amara Okafor", reference: "GR-7K3M-9Q2F", time: "14:19 today" }
  expect(fillReply(TEXT, facts)).toBe(
    "Dear Amara Okafor, we work on GR-7K3M-9Q2F and come at 14:19 today. Amara Okafor, thank you.",
  )
})

test("what is not known stays for whoever sends it, and what is filled in is not filled in again", () => {
  expect(fillReply("By {time}, {name}.", { name: "{time} $& $1" })).toBe("By {time}, {time} $& $1.")
})

test("only placeholders may stand in braces", () => {
  expect(unknownPlaceholder(TEXT)).toBeUndefined()
  expect(unknownPlaceholder("Dear {surname}")).toBe("{surname}")
  expect(unknownPlaceholder("An empty {} too")).toBe("{}")
  expect(unknownPlaceholder("A brace { alone is text")).toBeUndefined()
})
