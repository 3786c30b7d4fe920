"use client"

import { type ReactNode, useMemo } from "react"
import type { ListHead } from "@/components/desk/list-row"
import { unpackRows } from "@/components/desk/packed-rows"
import { RequestGrid } from "@/components/desk/request-grid"
import { SelectionBar } from "@/components/desk/selection-bar"
import { fetched } from "@/components/ui/fetched"
import { Form } from "@/components/ui/form"
import type { Option } from "@/components/ui/options"
import type { FormAction } from "@/lib/http/form-state"

/** Fetched once there are some. */
const ChangeResults = fetched(
  () => import("@/components/desk/change-results").then((it) => it.ChangeResults),
  () => <p role="status">Saved. The result for each request could not be shown.</p>,
)

interface ListFormProps {
  action: FormAction
  caption: string
  heads: readonly ListHead[]
  /** As `packRows` makes them. */
  rows: string
  withAssignee: boolean
  opened?: string | undefined
  /** Whether the viewer may assign. */
  assigns: boolean
  /** Whether the viewer may change priorities. */
  prioritises: boolean
  /** Whom requests can be assigned to, where they are known already. */
  people?: readonly Option[]
  total: number
  /** The address of the list, by which all of it is found. */
  matching: string
  /** Stands in the place of the list when nothing is in it, below what became of those that were. */
  children?: ReactNode
}

/** The list as one form: tick requests, and say what becomes of all of them. */
export function ListForm({ action, assigns, prioritises, people, total, matching, children, ...list }: ListFormProps) {
  const rows = useMemo(() => unpackRows(list.rows), [list.rows])
  return (
    <Form action={action} prefix="bulk-" className="list-form" outcome={(result) => <ChangeResults result={result} />}>
      {rows.length > 0 ? (
        <>
          <input type="hidden" name="matching" value={matching} />
          {/* Where the summary of a form in which nothing is ticked leads to. */}
          <div id="bulk-chosen" tabIndex={-1} className="list-room">
            <RequestGrid {...list} rows={rows} />
          </div>
        </>
      ) : (
        children
      )}
      {/* Also where nothing is left in the list: it says how much of what was selected has gone. */}
      <SelectionBar {...{ assigns, prioritises, people, total }} rows={rows.length} />
    </Form>
  )
}
