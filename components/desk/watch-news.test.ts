import { expect, test } from "vitest"
import { newsOf, nothingTold, standing } from "./watch-news"

const offer = (key: string, isOffered = false, round = "a 1", again = 0) => ({
  ...{ key, isOffered, round, again },
  text: `Emergency ${key}.`,
})
const NOTHING = { emergencies: "", checks: "", tone: undefined, heard: [] }
const check = (key: string) => ({ key, title: key })

test("an emergency is heard once in a round, and a further offer to somebody else is said and not heard", () => {
  const told = nothingTold()
  expect(newsOf(told, [offer("a 10:00")], [])).toMatchObject({ tone: "emergency", emergencies: "Emergency a 10:00." })
  expect(newsOf(told, [offer("a 10:00")], [])).toEqual(NOTHING)
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
  expect(newsOf(told, [], [check("old")])).toEqual(NOTHING)
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

test("whatever is heard is told over the page, by what it is about, until that no longer stands", () => {
  const told = nothingTold()
  newsOf(told, [offer("a 10:00")], [])
  const both = newsOf(told, [offer("a 10:02", true), offer("b 10:02", false, "b 1")], [check("new")])
  expect(both.heard).toEqual([
    { key: "a 1", tone: "emergency", text: "Emergency a 10:02." },
    { key: "b 1", tone: "emergency", text: "Emergency b 10:02." },
    { key: "new", tone: "check", text: "Check for danger: new." },
  ])
  expect(newsOf(told, [offer("a 10:04", false, "a 1", 1)], []).heard).toEqual([])
  expect([...standing([offer("a 10:04")], [check("new")])]).toEqual(["a 1", "new"])
})
