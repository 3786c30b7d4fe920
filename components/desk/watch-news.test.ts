import { expect, test } from "vitest"
import { newsOf, nothingTold } from "./watch-news"

const offer = (key: string, isOffered = false, round = "a 1", again = 0) => ({
  ...{ key, isOffered, round, again },
  text: `Emergency ${key}.`,
})
const check = (key: string) => ({ key, title: key })

test("an emergency is heard once in a round, and a further offer to somebody else is said and not heard", () => {
  const told = nothingTold()
  expect(newsOf(told, [offer("a 10:00")], [])).toMatchObject({ tone: "emergency", emergencies: "Emergency a 10:00." })
  expect(newsOf(told, [offer("a 10:00")], [])).toEqual({ emergencies: "", checks: "", tone: undefined })
  expect(newsOf(told, [offer("a 10:02")], [])).toMatchObject({ tone: undefined, emergencies: "Emergency a 10:02." })
  expect(newsOf(told, [offer("a 10:10", false, "a 2")], []).tone).toBe("emergency")
})

test("the person it is now offered to hears it again", () => {
  const told = nothingTold()
  newsOf(told, [offer("a 10:00")], [])
  expect(newsOf(told, [offer("a 10:02", true)], []).tone).toBe("emergency")
  expect(newsOf(told, [offer("a 10:02", true)], []).tone).toBeUndefined()
  expect(newsOf(told, [offer("a 10:04")], []).tone).toBeUndefined()
})

test("a further report is said and not heard", () => {
  const told = nothingTold()
  newsOf(told, [offer("a 10:00")], [])
  expect(newsOf(told, [offer("a 10:00", false, "a 1", 1)], [])).toMatchObject({
    emergencies: "Emergency a 10:00.",
    tone: undefined,
  })
})

test("a check that comes, or opens again, is heard once; those the page was opened with are not", () => {
  const told = nothingTold()
  expect(newsOf(told, [], [check("old")])).toEqual({ emergencies: "", checks: "", tone: undefined })
  const later = [check("old"), check("new")]
  expect(newsOf(told, [], later)).toMatchObject({ checks: "Check for danger: new.", tone: "check" })
  expect(newsOf(told, [], later).tone).toBeUndefined()
  newsOf(told, [], [])
  expect(newsOf(told, [], [check("new")]).tone).toBeUndefined()
})

test("an emergency drowns a check that comes with it", () => {
  const told = nothingTold()
  newsOf(told, [], [])
  expect(newsOf(told, [offer("a 10:00")], [check("new")]).tone).toBe("emergency")
})
