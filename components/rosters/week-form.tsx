import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { Muted } from "@/components/ui/muted"
import { SeenVersion } from "@/components/ui/seen-version"
import type { Roster } from "@/lib/dispatch/rosters/contract"
import { DUTY_FIELDS, hoursOn, WEEKDAY_NAMES, WEEKDAYS } from "@/lib/dispatch/rosters/week-fields"
import type { FormAction } from "@/lib/http/form-state"

const COLUMNS = [
  { field: "shift", label: "Shift" },
  { field: "onCall", label: "On call" },
] as const

interface WeekFormProps {
  action: FormAction
  id: string
  roster: Roster
}

/** A week as on paper: a line for each day, into which hours are typed. */
export function WeekForm({ action, id, roster }: WeekFormProps) {
  return (
    <Form action={action} submit="Save week" className="space-y-5">
      <input type="hidden" name="id" value={id} />
      <SeenVersion version={roster.version} />
      <Muted id="hours-hint" className="max-w-text">
        Enter hours like 08:00-16:30. Separate several with commas. Hours that end at or before their start run into the
        next day. Leave days off empty.
      </Muted>
      <div className="space-y-4">
        {WEEKDAYS.map((day) => (
          <fieldset key={day} id={`day-${day}`} className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
            <legend className="mb-1 font-semibold">{WEEKDAY_NAMES[day]}</legend>
            {COLUMNS.map(({ field, label }) => (
              <Field
                key={field}
                name={`${field}.${day}`}
                label={
                  <span className="text-sm font-normal text-muted">
                    {label}
                    <span className="sr-only"> on {WEEKDAY_NAMES[day]}</span>
                  </span>
                }
                defaultValue={hoursOn(roster.shifts, DUTY_FIELDS[field], day)}
                autoComplete="off"
              />
            ))}
          </fieldset>
        ))}
      </div>
    </Form>
  )
}
