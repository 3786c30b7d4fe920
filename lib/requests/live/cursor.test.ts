import { expect, test } from "vitest"
import { formatCursor, parseCursor, seesOf } from "./cursor"

const at = Date.parse("2026-11-29T16:00:00Z")

test.each(["740:740:", "740:751:740", "740:900:740,741,899"])(
  "a cursor at %s is read as it was written",
  (snapshot) => {
    expect(parseCursor(formatCursor({ at, snapshot }))).toEqual({ at, snapshot })
  },
)

test.each([
  ["nothing", ""],
  ["no moment", "740:751:740"],
  ["more than a snapshot", "mj0.740:751:740;drop table request_events"],
  ["an end before its beginning", "mj0.751:740:"],
  ["a transaction outside of its bounds", "mj0.740:751:751"],
  ["transactions out of order", "mj0.740:751:745,741"],
  ["the same transaction twice", "mj0.740:751:741,741"],
  ["no transaction at all", "mj0.0:0:"],
  ["more than there can be", "mj0.740:9223372036854775808:"],
])("%s is no cursor", (_what, text) => {
  expect(parseCursor(text)).toBeUndefined()
})

test("a snapshot sees what was committed before it was taken, and nothing that was running or came later", () => {
  const sees = seesOf("740:751:740,745")
  expect([739n, 741n, 750n].map(sees)).toEqual([true, true, true])
  expect([740n, 745n, 751n, 900n].map(sees)).toEqual([false, false, false, false])
})
