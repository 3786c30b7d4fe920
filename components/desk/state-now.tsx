"use client"

import { useForetold } from "@/components/desk/foretell"
import { StatusBadge } from "@/components/requests/status-badge"
import type { Status } from "@/lib/model/status"

interface StateNowProps {
  status: Status
  assignee: string | undefined
}

/** Status and assignee of a request; while the server is asked for others, those. */
export function StateNow({ status, assignee }: StateNowProps) {
  const foretold = useForetold()
  const name = foretold?.assignee ?? assignee
  return (
    <span className="contents" aria-busy={foretold && true}>
      <StatusBadge key={status} status={foretold?.status ?? status} />
      <span key={`of ${assignee}`}>{name ? <bdi>{name}</bdi> : "Unassigned"}</span>
    </span>
  )
}
