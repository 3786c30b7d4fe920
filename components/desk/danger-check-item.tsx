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
  const { id, title, danger, description, added, premises, customer, contactPhone, createdAt } = check
  return (
    <li data-danger-check className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-1.5">
      <div className="flex min-w-0 grow basis-72 flex-wrap items-center gap-x-6">
        <details className="min-w-0 max-w-full open:basis-full">
          <summary className="min-h-target cursor-pointer wrap-anywhere">
            <strong className="mr-3">
              {HAZARD_NAMES[danger.hazard]}: “{danger.words}”
            </strong>{" "}
            <span className="mr-3">
              <Age since={createdAt} />
            </span>{" "}
            <Deadline check={check} />
          </summary>
          <p className="pt-1 font-semibold wrap-anywhere">
            {opensRequest ? (
              <PageLink href={`/desk/requests/${id}`} className="underline underline-offset-4">
                <bdi>{title}</bdi>
              </PageLink>
            ) : (
              title
            )}
          </p>
          <p className="whitespace-pre-line wrap-anywhere" dir="auto">
            {description}
          </p>
          {added ? <p className="whitespace-pre-line wrap-anywhere">Added later: {added}</p> : null}
          {danger.happeningNow === false ? <p>The customer says this is not happening now.</p> : null}
        </details>
        <p className="wrap-anywhere">
          <bdi className="mr-3">{addressLine(premises)}</bdi> <bdi>{customer.name}</bdi>:{" "}
          <PhoneLink number={contactPhone ?? customer.phone} className="font-bold underline underline-offset-4" />
        </p>
      </div>
      <DangerAnswers check={check} />
    </li>
  )
}

/** When it becomes an emergency. */
export const Deadline = ({ check: { dueAt } }: { check: DangerCheck }) => (
  <span className="inline-block max-w-full">
    Answer by{" "}
    <time dateTime={dueAt.toISOString()} className="font-bold tabular-nums">
      {clockTime(dueAt)}
    </time>{" "}
    <Countdown until={dueAt.getTime()} left={dueAt.getTime() - Date.now()} />
  </span>
)
