import { authorWords } from "@/components/requests/event-words"
import { lastTold } from "@/components/requests/last-told"
import { Icon } from "@/components/ui/icon"
import { Muted } from "@/components/ui/muted"
import { classes } from "@/components/ui/style"
import { Time } from "@/components/ui/time"
import { STATUS_NAMES, type Status } from "@/lib/model/status"
import type { ServiceRequest, TimelineEntry } from "@/lib/requests/contract"

interface RequestProgressProps {
  request: ServiceRequest
  /** The latest part of the timeline, oldest first. */
  latest: readonly TimelineEntry[]
}

/** How far a request is, who has it, and what its customer was told last. */
export function RequestProgress({ request, latest }: RequestProgressProps) {
  const told = lastTold(latest)
  return (
    <div className="space-y-5">
      <Steps status={request.status} />
      {request.assignee ? (
        <p>
          Assigned to <bdi className="font-semibold">{request.assignee.name}</bdi>
        </p>
      ) : null}
      {told ? (
        <figure className="space-y-1">
          <figcaption>
            <Muted small>
              Latest {told.name}: {authorWords(told.entry)}, <Time value={told.entry.createdAt} />
            </Muted>
          </figcaption>
          <blockquote dir="auto" className="rounded-md bg-sunken px-4 py-3 wrap-anywhere whitespace-pre-line">
            {told.text}
          </blockquote>
        </figure>
      ) : null}
    </div>
  )
}

/** The way of each status, as its customer sees it; a step that is waited at has its name. */
const WAYS: Record<Status, readonly Status[]> = {
  pending: ["pending", "in_progress", "resolved"],
  in_progress: ["pending", "in_progress", "resolved"],
  on_hold: ["pending", "on_hold", "resolved"],
  resolved: ["pending", "in_progress", "resolved"],
  closed: ["pending", "in_progress", "closed"],
  cancelled: ["pending", "cancelled"],
}

function Steps({ status }: { status: Status }) {
  const way = WAYS[status]
  const at = way.indexOf(status)
  return (
    <ul aria-label="Progress" className="flex flex-wrap gap-x-6 gap-y-2">
      {way.map((step, index) => {
        const done = index < at || at === way.length - 1
        const icon = done ? "circle-check" : index === at ? "circle-dot" : "circle-dashed"
        return (
          <li
            key={step}
            aria-current={index === at ? "step" : undefined}
            className={classes("flex items-center gap-2", index === at ? "font-semibold text-ink" : "text-muted")}
          >
            <Icon name={icon} className={classes("size-5", index <= at && "text-accent")} />
            {STATUS_NAMES[step]}
            <span className="sr-only">{index < at ? ", done" : index > at ? ", to come" : ", now"}</span>
          </li>
        )
      })}
    </ul>
  )
}
