"use client"

import { type FocusEvent, type MouseEvent, type PointerEvent, useContext, useEffect, useRef } from "react"
import type { Foretold } from "@/components/desk/foretold"
import { keepList } from "@/components/desk/list-now"
import type { ListHead, ListRow } from "@/components/desk/list-row"
import { keepPlace, notePlace } from "@/components/desk/row-place"
import { boxesIn, tick } from "@/components/desk/selection"
import { useForetoldRows } from "@/components/desk/use-foretold-rows"
import { useOpenBeside } from "@/components/desk/use-open-beside"
import { useTickedValues } from "@/components/desk/use-ticked-values"
import { TAKE_FORM } from "@/components/requests/take-button"
import { FormContext } from "@/components/ui/form-context"
import { MarkedParts, type MarkedText } from "@/components/ui/marked-parts"
import { chosenValue } from "@/lib/dispatch/team/chosen-value"
import { PRIORITY_NAMES } from "@/lib/model/category"
import { STATUS_NAMES } from "@/lib/model/status"

interface RequestGridProps {
  caption: string
  heads: readonly ListHead[]
  rows: readonly ListRow[]
  withAssignee: boolean
  /** The id of the one that is shown beside the list. */
  opened?: string | undefined
}

/**
 * A line for each request. One component makes all rows of texts that are ready, with as few elements as there are cells:
 * what a page costs follows their number. What is beside the words of a cell is said by its class.
 */
export function RequestGrid({ caption, heads, rows, withAssignee, opened }: RequestGridProps) {
  const table = useRef<HTMLTableElement>(null)
  const { values, result } = useContext(FormContext)
  const foretold = useForetoldRows(table)
  useOpenBeside(table)
  const sent = new Set([values.chosen ?? []].flat())
  const ticked = useTickedValues(table)
  // After each render: rows come and go, and the request beside the list is another.
  useEffect(() => {
    keepList()
    keepPlace()
  })
  return (
    <table ref={table} className="request-rows" onFocus={noteRow} onPointerOver={tellWhole}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>{heads.map(headOf)}</tr>
      </thead>
      <tbody className="truncate">
        {rows.map((row) =>
          rowOf(row, {
            withAssignee,
            isOpened: row[0] === opened,
            wasSent: sent.has(chosenOf(row)),
            chosen: ticked.get(row[0]) ?? chosenOf(row),
            kept: result?.[`kept.${row[0]}`] !== undefined,
            foretold: foretold?.get(row[0]),
          }),
        )}
      </tbody>
    </table>
  )
}

const headOf = ([name, href, sorted]: ListHead, at: number) => (
  <th key={name} scope="col" aria-sort={sorted}>
    {at === 0 ? <input type="checkbox" aria-label="Select all shown" onClick={tickAll} /> : null}
    {href ? <a href={href}>{name}</a> : name}
  </th>
)

function tickAll({ currentTarget: { form, checked } }: MouseEvent<HTMLInputElement>) {
  if (form) tick(boxesIn(form), checked)
}

interface Beside {
  withAssignee: boolean
  isOpened: boolean
  /** Whether it was ticked when the form was refused. */
  wasSent: boolean
  /** What its box stands for: the request, as it was when it was ticked. */
  chosen: string
  /** Whether it was to be changed with others and was not. */
  kept: boolean
  /** What it becomes, while the server is asked. */
  foretold: Foretold | undefined
}

const chosenOf = (row: ListRow) => chosenValue({ id: row[0], version: row[14] })

function rowOf(row: ListRow, { withAssignee, isOpened, wasSent, chosen, kept, foretold }: Beside) {
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
  ] = row
  const shown = foretold?.status ?? status
  // Emergencies keep their priority.
  const urgency = (priority !== "emergency" && foretold?.priority) || priority
  return (
    <tr key={id} className={marks.includes("a") ? "alarming" : undefined} aria-busy={foretold && true}>
      <td className={urgency}>
        <input
          // Of what could not be changed it is another box, which starts ticked.
          key={String(kept)}
          type="checkbox"
          name="chosen[]"
          value={chosen}
          defaultChecked={kept || wasSent}
          aria-label={`Select ${plain(reference)}`}
        />
        {urgency === "emergency" ? PRIORITY_NAMES[urgency] : `${PRIORITY_NAMES[urgency]} priority`}
      </td>
      <td>{text(reference)}</td>
      <th scope="row">
        {marks.includes("t") ? (
          <button type="submit" form={TAKE_FORM} name="chosen" value={chosen}>
            I have it<i> {text(reference)}</i>
          </button>
        ) : null}
        <a href={`/desk/requests/${id}`} aria-current={isOpened || undefined}>
          {text(title)}
        </a>
        {found ? <small>{found}</small> : null}
      </th>
      <td>{text(customer)}</td>
      <td>{text(place)}</td>
      <td>{category}</td>
      <td key={`is ${shown}`} className={shown}>
        {STATUS_NAMES[shown]}
      </td>
      <td className={due || undefined}>{dueInWords}</td>
      <td>{age}</td>
      {withAssignee ? (
        <td key={`of ${assignee}`} className={(foretold?.assignee ?? !marks.includes("u")) ? undefined : "nobody"}>
          {foretold?.assignee ?? assignee}
        </td>
      ) : null}
    </tr>
  )
}

/** Cells are in the direction of their text by themselves. */
const text = (it: MarkedText) => (typeof it === "string" ? it : <MarkedParts text={it} />)

const plain = (it: MarkedText) => (typeof it === "string" ? it : it.map((part) => part.text).join(""))

/** From where keys go on along the list. */
function noteRow({ target }: FocusEvent) {
  const row = target.closest("tbody tr")
  if (row) notePlace(row)
}

/** Shows the whole of a text that is cut off while the pointer is on it. */
function tellWhole({ target }: PointerEvent) {
  const cell = target instanceof Element ? target.closest("td, th") : null
  if (cell instanceof HTMLElement && cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent
}
