"use client"

import type { ReactNode } from "react"
import { ChangeResults } from "@/components/desk/change-results"
import type { ListHead, ListRow } from "@/components/desk/list-row"
import { RequestGrid } from "@/components/desk/request-grid"
import { SelectionBar } from "@/components/desk/selection-bar"
import { Form } from "@/components/ui/form"
import type { Option } from "@/components/ui/options"
import type { FormAction } from "@/lib/http/form-state"

interface ListFormProps {
  action: FormAction
  caption: string
  heads: readonly ListHead[]
  rows: readonly ListRow[]
  withAssignee: boolean
  opened?: string | undefined
  /** Whether the viewer may assign. */
  assigns: boolean
  /** Whom requests can be assigned to, where they are known already. */
  people?: readonly Option[]
  /** This list with the people, for browsers without scripts. */
  withPeople: string
  total: number
  /** The address of the list, by which all of it is found. */
  matching: string
  /** Stands in the place of the list when nothing is in it, below what became of those that were. */
  children: ReactNode
}

/** The list as one form: tick requests, and say what becomes of all of them. */
export function ListForm({ action, assigns, people, withPeople, total, matching, children, ...list }: ListFormProps) {
  return (
    <Form action={action} prefix="bulk-" className="list-form" outcome={(result) => <ChangeResults result={result} />}>
      {list.rows.length > 0 ? (
        <>
          <input type="hidden" name="matching" value={matching} />
          {/* Where the summary of a form in which nothing is ticked leads to. */}
          <div id="bulk-chosen" tabIndex={-1}>
            <RequestGrid {...list} />
          </div>
          <SelectionBar {...{ assigns, people, withPeople, total }} rows={list.rows.length} />
        </>
      ) : (
        children
      )}
    </Form>
  )
}
