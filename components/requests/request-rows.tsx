"use client"

import { Reference } from "@/components/requests/reference"
import { StatusBadge } from "@/components/requests/status-badge"
import { MARK, MarkedParts, type MarkedText } from "@/components/ui/marked-parts"
import { PANEL } from "@/components/ui/style"
import type { Status } from "@/lib/model/status"

/** One request, its text made ready. */
export interface RequestRow {
  id: string
  reference: string
  title: MarkedText
  category: string
  place: MarkedText
  state: string
  status: Status
  /** Where else a search found its words. */
  elsewhere?: string
  /** Whether it was found by its reference. */
  isFound?: boolean
}

/** The whole list in one component of the browser, so that the page carries each text once and no elements beside it. */
export function RequestRows({ rows }: { rows: readonly RequestRow[] }) {
  return (
    <ul className={`${PANEL} divide-y divide-line overflow-hidden`}>
      {rows.map(({ id, reference, title, category, place, state, status, elsewhere, isFound }) => (
        <li key={id} className="request-row">
          <h2>
            <a href={`/requests/${id}`} className="row-link">
              <MarkedParts text={title} />
            </a>
          </h2>
          <p className="second-line">
            <Reference className={isFound ? MARK : ""}>{reference}</Reference> · {category} ·{" "}
            <MarkedParts text={place} />
          </p>
          <p key={state} className="second-line">
            {state}
          </p>
          {elsewhere ? <p className="second-line">{elsewhere}</p> : null}
          <StatusBadge key={status} status={status} />
        </li>
      ))}
    </ul>
  )
}
