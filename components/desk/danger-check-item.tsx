import { Countdown } from "@/components/desk/countdown"
import { DangerAnswers } from "@/components/desk/danger-answers"
import { addressLine } from "@/components/requests/premises-text"
import { Age } from "@/components/ui/age"
import { PageLink, PhoneLink } from "@/components/ui/link"
import { clockTime } from "@/components/ui/time"
import type { DangerCheck } from "@/lib/dispatch/danger-checks/contract"
import { HAZARD_NAMES } from "@/lib/model/hazard"

interface DangerCheckItemProps {
  check: DangerCheck
  opensRequest: boolean
}

/** One check: what was written, where, whom to call and until when. */
export function DangerCheckItem({ check, opensRequest }: DangerCheckItemProps) {
  const { id, title, danger, description, premises, customer, contactPhone, createdAt } = check
  return (
    <li
      data-danger-check
      className="grid items-center gap-x-6 gap-y-1 py-2 sm:grid-cols-2 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1.3fr)_auto_auto]"
    >
      <details className="min-w-0">
        <summary className="cursor-pointer font-bold wrap-anywhere">
          {HAZARD_NAMES[danger.hazard]}: “{danger.words}”
        </summary>
        <p className="font-semibold wrap-anywhere">
          {opensRequest ? (
            <PageLink href={`/desk/requests/${id}`} className="underline underline-offset-4">
              {title}
            </PageLink>
          ) : (
            title
          )}
        </p>
        <p className="whitespace-pre-line wrap-anywhere">{description}</p>
        {danger.happeningNow === false ? <p>The customer says this is not happening now.</p> : null}
      </details>
      <p className="min-w-0 wrap-anywhere">
        {addressLine(premises)}
        <br />
        {customer.name},{" "}
        <PhoneLink number={contactPhone ?? customer.phone} className="font-bold underline underline-offset-4" />
      </p>
      <p>
        <Age since={createdAt} />
        <br />
        <Deadline check={check} />
      </p>
      <DangerAnswers check={check} />
    </li>
  )
}

/** When it becomes an emergency. */
export const Deadline = ({ check: { dueAt } }: { check: DangerCheck }) => (
  <span className="whitespace-nowrap">
    By{" "}
    <time dateTime={dueAt.toISOString()} className="font-bold tabular-nums">
      {clockTime(dueAt)}
    </time>{" "}
    <Countdown until={dueAt.getTime()} left={dueAt.getTime() - Date.now()} />
  </span>
)
