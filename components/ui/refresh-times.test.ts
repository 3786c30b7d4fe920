import { expect, test } from "vitest"
import { begun, nextRefresh, type Refreshed } from "./refresh-times"

const NEVER: Refreshed = { at: Number.NEGATIVE_INFINITY, inARow: 0, took: 0 }

/** When a page is made anew in this time if something changes every `every` milliseconds. */
function refreshes(every: number, until: number, took = 0): number[] {
  let last = NEVER
  const times: number[] = []
  for (let now = 0; now < until; now += every) {
    if (now <= last.at) continue
    const at = nextRefresh(last, now)
    last = { ...begun(last, at), took }
    times.push(at)
  }
  return times
}

test("a change after a quiet time is shown at once, and the next ones half a second apart", () => {
  expect(nextRefresh(NEVER, 1000)).toBe(1000)
  const first = begun(NEVER, 1000)
  expect(nextRefresh(first, 1010)).toBe(1500)
  expect(nextRefresh(begun(first, 1500), 1600)).toBe(2000)
  expect(nextRefresh(first, 60_000)).toBe(60_000)
})

test("no two are closer than half a second, and while changes go on one in four seconds is enough", () => {
  const times = refreshes(200, 120_000)
  const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(500)
  expect(gaps.at(-1)).toBe(4000)
  expect(times.filter((at) => at >= 60_000).length).toBeLessThanOrEqual(16)
})

test("changes five a second, told to ten pages, have each of them made anew less than 20 times a minute at first", () => {
  expect(refreshes(200, 60_000).length).toBeLessThan(25)
})

test("a server that takes long is asked less often", () => {
  expect(refreshes(200, 60_000, 2000).length).toBeLessThanOrEqual(9)
  expect(refreshes(200, 300_000, 60_000).length).toBeLessThanOrEqual(21)
})

test("after a quiet time a page follows promptly again", () => {
  let last = NEVER
  for (let now = 0; now < 60_000; now += 4000) last = begun(last, now)
  expect(nextRefresh(last, last.at + 4100)).toBe(last.at + 4100)
  expect(nextRefresh(last, last.at + 100)).toBe(last.at + 4000)
  const later = begun(last, last.at + 6000)
  expect(nextRefresh(later, later.at + 100)).toBe(later.at + 500)
})
