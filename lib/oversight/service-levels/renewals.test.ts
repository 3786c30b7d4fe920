import { expect, test } from "vitest"
import { readClocks } from "./clock-state"
import { DEFAULT_LEVELS } from "./default-levels"
import { decideRenewals, promisedBy, type Renewal } from "./renewals"
import { ROUND_THE_CLOCK } from "./working-calendar"

const HOUR = 3_600_000
const limit = { minutes: 600, hours: "always" } as const
const terms = {
  levels: {
    ...DEFAULT_LEVELS,
    categories: {},
    priorities: {
      ...DEFAULT_LEVELS.priorities,
      normal: { acknowledge: limit, first_response: limit, resolution: limit },
    },
  },
  working: ROUND_THE_CLOCK,
}
const answered = { at: HOUR, kind: "moved", data: { to: "in_progress", note: "x" } } as const
const request = { category: "meter_fault", priority: "normal", filedAt: 0, events: [answered] } as const
const decide = (now: number, given: readonly Renewal[] = [], events: readonly object[] = []) => {
  const course = { ...request, events: [answered, ...events] } as Parameters<typeof readClocks>[0]
  return decideRenewals(readClocks(course, terms, now), given, {
    priority: "normal",
    now,
    calendarOf: () => ROUND_THE_CLOCK,
  })
}
const renewed = (by: number, times: number): Renewal => ({ target: "resolution", by, times })

test("a promise is renewed half an hour before it breaks, by half of the time, and looked at until then", () => {
  expect(decide(2 * HOUR)).toEqual({ renew: [], renewAt: 9.5 * HOUR })
  expect(decide(9.5 * HOUR)).toEqual({
    renew: [{ target: "resolution", dueAt: 10 * HOUR, by: 15 * HOUR, times: 1 }],
    renewAt: 14.5 * HOUR,
  })
})

test("the new time is renewed in turn, three times at most", () => {
  const twice = [renewed(15 * HOUR, 1), renewed(20 * HOUR, 2)]
  expect(decide(19.6 * HOUR, twice)).toEqual({
    renew: [{ target: "resolution", dueAt: 20 * HOUR, by: 25 * HOUR, times: 3 }],
    renewAt: null,
  })
  expect(decide(24.9 * HOUR, [...twice, renewed(25 * HOUR, 3)])).toEqual({ renew: [], renewAt: null })
})

test("what is broken, waits for its customer or is an emergency is not renewed", () => {
  expect(decide(10 * HOUR)).toEqual({ renew: [], renewAt: null })
  const held = { at: 2 * HOUR, kind: "moved", data: { to: "on_hold", waitingFor: "customer" } }
  expect(decide(9.8 * HOUR, [], [held])).toEqual({ renew: [], renewAt: null })
  const readings = readClocks(request, terms, 9.8 * HOUR)
  const options = { priority: "emergency", now: 9.8 * HOUR, calendarOf: () => ROUND_THE_CLOCK } as const
  expect(decideRenewals(readings, [], options)).toEqual({ renew: [], renewAt: null })
})

test("time spent waiting for the customer moves a promise beyond what was given before", () => {
  const events = [
    answered,
    { at: 2 * HOUR, kind: "moved", data: { to: "on_hold", waitingFor: "customer" } },
    { at: 12 * HOUR, kind: "moved", data: { to: "in_progress" } },
  ] as const
  const [, , solution] = readClocks({ ...request, events }, terms, 13 * HOUR)
  expect(solution && promisedBy(solution, [renewed(15 * HOUR, 1)])).toBe(20 * HOUR)
})
