import { expect, test } from "vitest"
import type { TimelineEntry } from "@/lib/requests/contract"
import { foldRounds } from "./fold-rounds"

const entry = (kind: "filed" | "escalated" | "acknowledged" | "reported_again", id: number) =>
  ({ id, kind, data: {} }) as TimelineEntry
const offers = (from: number, many: number) => Array.from({ length: many }, (_, i) => entry("escalated", from + i))

const shape = (items: readonly TimelineEntry[]) =>
  foldRounds(items).map((it) => ("folded" in it ? it.folded.map(({ id }) => id) : it.id))

test("the middle of a long row of offers is folded, and everything else stays in its place", () => {
  expect(shape([entry("filed", 1), ...offers(2, 9), entry("acknowledged", 11)])).toEqual([
    1,
    2,
    3,
    [4, 5, 6, 7, 8],
    9,
    10,
    11,
  ])
})

test("a few offers in a row are shown as they are", () => {
  expect(shape([entry("filed", 1), ...offers(2, 6)])).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(shape([])).toEqual([])
})

test("each row is folded for itself, and no entry is lost", () => {
  const items = [...offers(1, 20), entry("acknowledged", 21), ...offers(22, 20)]
  expect(shape(items).filter(Array.isArray)).toHaveLength(2)
  expect(shape(items).flat()).toEqual(items.map(({ id }) => id))
})

test("further reports that follow each other are folded as offers are, and not with them", () => {
  const again = Array.from({ length: 9 }, (_, i) => entry("reported_again", 10 + i))
  expect(shape([...offers(1, 2), ...again, ...offers(19, 2)])).toEqual([
    ...[1, 2, 10, 11],
    [12, 13, 14, 15, 16],
    ...[17, 18, 19, 20],
  ])
})
