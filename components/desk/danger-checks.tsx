import { AnswerKeyHint } from "@/components/desk/answer-key-hint"
import { DangerCheckForm } from "@/components/desk/danger-check-form"
import { DangerCheckItem, type DangerCheckItemProps } from "@/components/desk/danger-check-item"
import { addressLine } from "@/components/requests/premises-text"
import { Disclosure } from "@/components/ui/disclosure"
import { Icon } from "@/components/ui/icon"
import { Muted } from "@/components/ui/muted"
import { clockTime } from "@/components/ui/time"
import type { DangerCheck } from "@/lib/dispatch/danger-checks/contract"
import type { FormAction } from "@/lib/http/form-state"
import { HAZARD_NAMES } from "@/lib/model/hazard"

/** More of them would leave no room for anything else; those due later are one click away. */
const MOST_SHOWN = 3
/** What nobody can look through makes no page heavier: further ones come up as these are answered. */
const MOST_MADE = 15

interface DangerChecksProps {
  /** Those that nobody has answered, due first. */
  checks: readonly DangerCheck[]
  /** There are more than these. */
  more: boolean
  /** Whether the viewer may open the request of any of them. */
  opensRequests: boolean
  action: FormAction
}

/** Requests that may be emergencies, to be answered on any page of the desk; nothing is shown while there are none. */
export function DangerChecks({ checks, more, opensRequests, action }: DangerChecksProps) {
  const list = (some: readonly DangerCheck[]) => (
    <ul className="divide-y divide-line">
      {some.map((check) => (
        <DangerCheckItem key={check.id} {...factsOf(check)} opensRequest={opensRequests} />
      ))}
    </ul>
  )
  const made = checks.slice(0, MOST_MADE)
  const later = checks.length - MOST_SHOWN
  return (
    <DangerCheckForm action={action} prefix="danger-check-" shown={made.map(({ id }) => id).join()}>
      {checks.length === 0 ? null : (
        <section aria-labelledby="danger-checks" className="border-b border-warning bg-warning-soft print:hidden">
          <div className="mx-auto max-w-page px-4 py-2 sm:px-6">
            <div className="flex flex-wrap items-center justify-between gap-x-6">
              <p id="danger-checks" className="flex items-center gap-2 font-bold text-warning">
                <Icon name="shield-question-mark" className="size-5" />
                Check for danger: {checks.length}
                {more ? "+" : ""}
              </p>
              <AnswerKeyHint />
            </div>
            {list(made.slice(0, MOST_SHOWN))}
            {later > 0 ? (
              <Disclosure summary={`${later}${more ? "+" : ""} more to check`}>
                {list(made.slice(MOST_SHOWN))}
                {checks.length > MOST_MADE ? <Muted>The others come up as you answer these.</Muted> : null}
              </Disclosure>
            ) : null}
          </div>
        </section>
      )}
    </DangerCheckForm>
  )
}

/** What the line of a check shows, and no more. */
function factsOf(check: DangerCheck): Omit<DangerCheckItemProps, "opensRequest"> {
  const { id, version, reference, title, description, added, danger, customer, createdAt: created, dueAt: due } = check
  return {
    ...{ id, version, reference, title, description, added, created, due },
    hazard: HAZARD_NAMES[danger.hazard],
    words: danger.words ?? title,
    isDenied: danger.happeningNow === false,
    left: due.getTime() - Date.now(),
    by: clockTime(due),
    address: addressLine(check.premises),
    customer: customer.name,
    phone: check.contactPhone ?? customer.phone,
  }
}
