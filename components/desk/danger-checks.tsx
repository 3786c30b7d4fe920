import { AnswerKeyHint } from "@/components/desk/answer-key-hint"
import { DangerCheckForm } from "@/components/desk/danger-check-form"
import { DangerCheckItem } from "@/components/desk/danger-check-item"
import { Disclosure } from "@/components/ui/disclosure"
import { Icon } from "@/components/ui/icon"
import type { DangerCheck } from "@/lib/dispatch/danger-checks/contract"
import type { FormAction } from "@/lib/http/form-state"

/** More of them would leave no room for anything else; those due later are one click away. */
const MOST_SHOWN = 3

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
        <DangerCheckItem key={check.id} check={check} opensRequest={opensRequests} />
      ))}
    </ul>
  )
  const later = checks.slice(MOST_SHOWN)
  return (
    <DangerCheckForm action={action} prefix="danger-check-" shown={checks.map(({ id }) => id).join()}>
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
            {list(checks.slice(0, MOST_SHOWN))}
            {later.length > 0 ? (
              <Disclosure summary={`${later.length}${more ? "+" : ""} more to check`}>{list(later)}</Disclosure>
            ) : null}
          </div>
        </section>
      )}
    </DangerCheckForm>
  )
}
