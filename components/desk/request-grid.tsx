"use client"

import type { PointerEvent } from "react"
import type { ListHead, ListRow } from "@/components/desk/list-row"
import { TAKE_FORM } from "@/components/requests/take-button"
import { MarkedParts, type MarkedText } from "@/components/ui/marked-parts"
import { PRIORITY_NAMES } from "@/lib/model/category"
import { STATUS_NAMES } from "@/lib/model/status"

interface RequestGridProps {
  caption: string
  heads: readonly ListHead[]
  rows: readonly ListRow[]
  withAssignee: boolean
}

/**
 * A line for each request. One component makes all rows of texts that are ready, with as few elements as there are cells:
 * what a page costs follows their number. What is beside the words of a cell is said by its class.
 */
export function RequestGrid({ caption, heads, rows, withAssignee }: RequestGridProps) {
  return (
    <table className="request-rows" onPointerOver={tellWhole}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>{heads.map(headOf)}</tr>
      </thead>
      <tbody className="truncate">{rows.map((row) => rowOf(row, withAssignee))}</tbody>
    </table>
  )
}

const headOf = ([name, href, sorted]: ListHead) => (
  <th key={name} scope="col" aria-sort={sorted}>
    {href ? <a href={href}>{name}</a> : name}
  </th>
)

function rowOf(row: ListRow, withAssignee: boolean) {
  const [
    id,
    priority,
    reference,
    title,
    customer,
    place,
    category,
    status,
    due,
    dueInWords,
    age,
    assignee,
    marks,
    found,
    taken,
  ] = row
  return (
    <tr key={id} className={marks.includes("a") ? "alarming" : undefined}>
      <td className={priority}>
        <i>{priority === "emergency" ? PRIORITY_NAMES[priority] : `${PRIORITY_NAMES[priority]} priority`}</i>
      </td>
      <td>{text(reference)}</td>
      <th scope="row">
        {taken ? (
          <button type="submit" form={TAKE_FORM} name="chosen" value={taken}>
            I have it<i> {text(reference)}</i>
          </button>
        ) : null}
        <a href={`/desk/requests/${id}`}>{text(title)}</a>
        {found ? <small>{found}</small> : null}
      </th>
      <td>{text(customer)}</td>
      <td>{text(place)}</td>
      <td>{category}</td>
      <td className={status}>{STATUS_NAMES[status]}</td>
      <td className={due || undefined}>{dueInWords}</td>
      <td>{age}</td>
      {withAssignee ? <td className={marks.includes("u") ? "nobody" : undefined}>{assignee}</td> : null}
    </tr>
  )
}

/** Cells are in the direction of their text by themselves. */
const text = (it: MarkedText) => (typeof it === "string" ? it : <MarkedParts text={it} />)

/** A text that is cut off is told whole to whoever points at it. */
function tellWhole({ target }: PointerEvent) {
  const cell = target instanceof Element ? target.closest("td, th") : null
  if (cell instanceof HTMLElement && cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent
}
