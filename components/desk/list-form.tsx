"use client"

import { ChangeResults } from "@/components/desk/change-results"
import type { ListHead, ListRow } from "@/components/desk/list-row"
import { RequestGrid } from "@/components/desk/request-grid"
import { SelectionBar } from "@/components/desk/selection-bar"
import { Form } from "@/components/ui/form"
import type { Option } from "@/components/ui/options"
import type { FormAction } from "@/lib/http/form-state"

interface ListFormProps {
  action: FormAction
  undo: FormAction
  caption: string
  heads: readonly ListHead[]
  rows: readonly ListRow[]
  withAssignee: boolean
  opened?: string | undefined
  people?: readonly Option[]
  total: number
  /** The address of the list, by which all of it is found. */
  matching: string
}

/** The list as one form: tick requests, and say what becomes of all of them. */
export function ListForm({ action, undo, people, total, matching, ...list }: ListFormProps) {
  return (
    <Form
      action={action}
      prefix="bulk-"
      className="list-form"
      outcome={(result) => <ChangeResults result={result} undo={undo} />}
    >
      <input type="hidden" name="matching" value={matching} />
      {/* Where the summary of a form in which nothing is ticked leads to. */}
      <div id="bulk-chosen" tabIndex={-1}>
        <RequestGrid {...list} />
      </div>
      <SelectionBar people={people} total={total} rows={list.rows.length} />
    </Form>
  )
}
