import { expect, test } from "vitest"
import { dutyNow } from "./duty-now"

const NOW = 1_000_000
const now = { from: NOW - 1, until: NOW + 1 }
const later = { from: NOW + 1, until: NOW + 2 }
const over = { from: 0, until: 0 }
const nobody = { available: true, shift: undefined, onCall: undefined, absence: undefined }

test.each([
  ["available and without a roster", {}, "on_shift"],
  ["away", { available: false }, "away"],
  ["absent, whatever they say", { absence: now, shift: now }, "absent"],
  ["in their shift", { shift: now }, "on_shift"],
  ["before their shift", { shift: later }, "off_shift"],
  ["with a roster and nothing near", { shift: over }, "off_shift"],
  ["on call outside their shift", { shift: later, onCall: now }, "on_call"],
  ["on call without a roster, and there for everything", { onCall: now }, "on_shift"],
  ["on call, and away from everything else", { available: false, shift: now, onCall: now }, "on_call"],
])("somebody %s", (_, traits, state) => {
  expect(dutyNow({ ...nobody, ...traits }, NOW).state).toBe(state)
})

test("says until when, or when it begins, and nothing of 1970", () => {
  expect(dutyNow({ ...nobody, shift: now }, NOW).until).toEqual(new Date(NOW + 1))
  expect(dutyNow({ ...nobody, shift: later }, NOW).from).toEqual(new Date(NOW + 1))
  expect(dutyNow({ ...nobody, shift: over }, NOW)).toEqual({ state: "off_shift", from: null, until: null })
  const absence = { from: NOW, until: NOW + 3 }
  expect(dutyNow({ ...nobody, shift: { from: NOW + 1, until: NOW + 9 }, absence }, NOW - 1).from).toEqual(
    new Date(NOW + 3),
  )
})

test("names no end of what goes round the clock, and that of a long absence", () => {
  const weeks = { from: NOW - 1, until: NOW + 20 * 86_400_000 }
  expect(dutyNow({ ...nobody, shift: weeks }, NOW)).toEqual({ state: "on_shift", from: null, until: null })
  expect(dutyNow({ ...nobody, available: false, onCall: weeks }, NOW).until).toBeNull()
  expect(dutyNow({ ...nobody, absence: weeks }, NOW).until).toEqual(new Date(weeks.until))
})
