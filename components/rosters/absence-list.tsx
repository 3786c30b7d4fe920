import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { Muted } from "@/components/ui/muted"
import { Submit } from "@/components/ui/submit"
import { Time } from "@/components/ui/time"
import type { Absence } from "@/lib/dispatch/rosters/contract"
import type { FormAction } from "@/lib/http/form-state"

interface AbsenceListProps {
  setEnd: FormAction
  remove: FormAction
  /** Whose they are: their page is where both forms lead back to. */
  person: string
  absences: readonly Absence[]
}

export function AbsenceList({ setEnd, remove, person, absences }: AbsenceListProps) {
  if (absences.length === 0) return <Muted>No upcoming absences.</Muted>
  return (
    <ul className="divide-y divide-line">
      {absences.map(({ id, from, until, reason }) => (
        <li key={id} className="space-y-2 py-3 first:pt-0">
          <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
            <div className="min-w-0">
              <p>
                <Time value={from} />
                {until ? (
                  <>
                    {" "}
                    to <Time value={until} />
                  </>
                ) : (
                  ", no end date yet"
                )}
              </p>
              {reason ? (
                <Muted small className="wrap-anywhere">
                  {reason}
                </Muted>
              ) : null}
            </div>
            <Form action={remove} prefix={`${id}-`} className="contents">
              <input type="hidden" name="id" value={id} />
              <Submit variant="secondary">
                Delete
                <span className="sr-only">
                  {" "}
                  the absence from <Time value={from} />
                </span>
              </Submit>
            </Form>
          </div>
          <Form action={setEnd} prefix={`${id}-end-`} className="flex flex-wrap items-end gap-3">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="person" value={person} />
            <Field name="until" type="datetime-local" label={until ? "New end" : "Back at"} width="medium" />
            <Submit variant="secondary">{until ? "Change end" : "Set end"}</Submit>
          </Form>
        </li>
      ))}
    </ul>
  )
}
