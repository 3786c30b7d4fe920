import { Form } from "@/components/ui/form"
import { Muted } from "@/components/ui/muted"
import { Submit } from "@/components/ui/submit"
import { Time } from "@/components/ui/time"
import type { Absence } from "@/lib/dispatch/rosters/contract"
import type { FormAction } from "@/lib/http/form-state"

interface AbsenceListProps {
  action: FormAction
  absences: readonly Absence[]
}

export function AbsenceList({ action, absences }: AbsenceListProps) {
  if (absences.length === 0) return <Muted>No upcoming absences.</Muted>
  return (
    <ul className="divide-y divide-line">
      {absences.map(({ id, from, until, reason }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 py-3 first:pt-0">
          <div className="min-w-0">
            <p>
              <Time value={from} /> to <Time value={until} />
            </p>
            {reason ? (
              <Muted small className="wrap-anywhere">
                {reason}
              </Muted>
            ) : null}
          </div>
          <Form action={action} prefix={`${id}-`} className="contents">
            <input type="hidden" name="id" value={id} />
            <Submit variant="secondary">
              Delete
              <span className="sr-only">
                {" "}
                the absence from <Time value={from} />
              </span>
            </Submit>
          </Form>
        </li>
      ))}
    </ul>
  )
}
