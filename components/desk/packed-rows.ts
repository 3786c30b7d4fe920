import type { ListRow } from "@/components/desk/list-row"
import type { MarkedText } from "@/components/ui/marked-parts"

/*
 * The rows of a list as one text, a line for each: the browser is sent each text once more as data, and what that costs
 * follows the number of values and quotation marks rather than of letters. Texts are lines, so that these marks are free.
 */
const [CELL, ROW, FOUND, END] = ["\t", "\n", "\u0002", "\u0003"]
const MARKS = new RegExp(`[${CELL}${ROW}\r${FOUND}${END}]`, "g")

export const packRows = (rows: readonly ListRow[]): string =>
  rows.map((row) => row.map((cell) => (typeof cell === "number" ? `${cell}` : packed(cell))).join(CELL)).join(ROW)

const plain = (text: string) => text.replace(MARKS, " ")

const packed = (text: MarkedText) =>
  typeof text === "string"
    ? plain(text)
    : text.map((part) => (part.found ? FOUND + plain(part.text) + END : plain(part.text))).join("")

export function unpackRows(text: string): ListRow[] {
  return text === "" ? [] : text.split(ROW).map(unpackRow)
}

function unpackRow(line: string): ListRow {
  const cells = line.split(CELL)
  const version = Number(cells.pop())
  return [...cells.map(unpacked), version] as unknown as ListRow
}

function unpacked(cell: string): MarkedText {
  if (!cell.includes(FOUND)) return cell
  let at = 0
  return cell.split(FOUND).flatMap((piece, index) => {
    const [found = "", rest = ""] = index === 0 ? ["", piece] : piece.split(END)
    const parts = [
      { at, text: found, found: true },
      { at: at + found.length, text: rest, found: false },
    ]
    at += found.length + rest.length
    return parts.filter((part) => part.text !== "")
  })
}
