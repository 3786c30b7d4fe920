import { expect, test } from "vitest"
import type { ListRow } from "./list-row"
import { packRows, unpackRows } from "./packed-rows"

const ROW: ListRow = [
  "01a0c421-5379-781a-b1b3-b3d45bc82276",
  "high",
  [{ at: 0, text: "GR-7K3M-9Q2F", found: true }],
  [
    { at: 0, text: "Smell of ", found: false },
    { at: 9, text: "gas", found: true },
    { at: 12, text: " in the hall, ", found: false },
    { at: 26, text: "gas", found: true },
  ],
  '“Ann” O’Neil \\ "Müller"',
  "",
  "Meter fault",
  "in_progress",
  "late",
  "Respond overdue 3\u00a0days",
  "3 d",
  "Unassigned",
  "ua",
  "Found in the description",
  12,
]

test("rows are what they were once they are unpacked", () => {
  const other: ListRow = [...ROW.slice(0, 13), "", 1] as unknown as ListRow
  expect(unpackRows(packRows([ROW, other]))).toEqual([ROW, other])
  expect(unpackRows(packRows([]))).toEqual([])
})

test("no text can make another cell or row, or look as if it had been found", () => {
  const [id, priority, reference, title, ...rest] = ROW
  const hostile: ListRow = [id, priority, reference, title, "a\tb\nc\rd\u0002e\u0003f", ...rest.slice(1)] as never
  const [row] = unpackRows(packRows([hostile]))
  expect(row).toHaveLength(ROW.length)
  expect(row?.[4]).toBe("a b c d e f")
})
