"use client"

import { Foretell } from "@/components/desk/foretell"
import { Form } from "@/components/ui/form"
import { SeenVersion } from "@/components/ui/seen-version"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"
import { isOpen, moveName, needsReason, type Status } from "@/lib/model/status"
import type { ServiceRequest } from "@/lib/requests/contract"

/** What is done with most requests that stand there. */
const PRIMARY: Partial<Record<Status, Status>> = {
  pending: "in_progress",
  in_progress: "resolved",
  on_hold: "in_progress",
  resolved: "closed",
}

interface RequestActsProps {
  request: Pick<ServiceRequest, "id" | "version" | "status"> & { assigned: boolean }
  /** What is offered of the moves there are. */
  offered: readonly Status[]
  move: FormAction
  /** Left out where there is nothing to acknowledge. */
  acknowledge?: FormAction | undefined
}

/** What can be done with a request by one press; whatever needs words stands in a menu and leads to where they are written. */
export function RequestActs({
  request: { id, version, status, assigned },
  offered,
  move,
  acknowledge,
}: RequestActsProps) {
  const primary = offered.find((to) => to === PRIMARY[status])
  const others = offered.filter((to) => to !== primary)
  return (
    <div className="acts">
      {acknowledge ? (
        <Form action={acknowledge} prefix="acknowledge-" className="contents">
          <input type="hidden" name="id" value={id} />
          <Submit variant="secondary" title="The customer sees when you acknowledge it">
            Acknowledge
          </Submit>
        </Form>
      ) : null}
      {primary ? (
        <Form action={move} prefix="act-" className="contents">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="to" value={primary} />
          <SeenVersion version={version} />
          <Foretell />
          <Submit title={assigned || !isOpen(primary) ? undefined : "Assigns it to you"}>
            {moveName(status, primary)}
          </Submit>
        </Form>
      ) : null}
      {others.length > 0 ? (
        <details className="menu">
          <summary className="button">More</summary>
          <ul>
            {others.map((to) => (
              <li key={to}>
                <a href="#move-note">
                  {moveName(status, to)} {needsReason(status, to) ? "with a reason" : "with a note"}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}
