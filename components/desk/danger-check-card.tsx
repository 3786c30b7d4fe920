import { DangerAnswerForm } from "@/components/desk/danger-answer-form"
import { DangerAnswers } from "@/components/desk/danger-answers"
import { DangerCheckDeadline } from "@/components/desk/danger-check-deadline"
import { PhoneLink } from "@/components/ui/link"
import { clockTime } from "@/components/ui/time"
import type { DangerCheck } from "@/lib/dispatch/danger-checks/contract"
import type { FormAction } from "@/lib/http/form-state"

interface DangerCheckCardProps {
  /** Missing once it is answered. */
  check: DangerCheck | undefined
  action: FormAction
}

/** At the top of a request's page, for those who may answer its check. */
export const DangerCheckCard = ({ check, action }: DangerCheckCardProps) => (
  <DangerAnswerForm action={action} prefix="danger-answer-" className={check ? "" : "hidden"}>
    {check ? <Question check={check} /> : null}
  </DangerAnswerForm>
)

function Question({ check }: { check: DangerCheck }) {
  const { danger, added, customer, contactPhone, dueAt } = check
  return (
    <section
      aria-labelledby="danger-check"
      className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 rounded-md border-l-4 border-warning bg-warning-soft px-4 py-3"
    >
      <div className="min-w-0 grow basis-72">
        <p id="danger-check" className="font-semibold text-warning">
          Check for danger: is this an emergency?
        </p>
        <p className="wrap-anywhere">
          The customer {added ? "added" : "wrote"}: “{danger.words}”.
          {danger.happeningNow === false ? " They say it is not happening now." : ""}
        </p>
        <p>
          Call <bdi>{customer.name}</bdi> if in doubt:{" "}
          <PhoneLink number={contactPhone ?? customer.phone} className="font-bold underline underline-offset-4" />
        </p>
        <p>
          Without an answer it becomes an emergency.{" "}
          <DangerCheckDeadline due={dueAt} left={dueAt.getTime() - Date.now()} by={clockTime(dueAt)} />
        </p>
      </div>
      <DangerAnswers check={check} />
    </section>
  )
}
