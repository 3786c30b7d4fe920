import { Field } from "@/components/ui/field"
import { Heading } from "@/components/ui/heading"
import { Muted } from "@/components/ui/muted"
import { type ServiceLevels, WEEKDAY_KEYS, type Weekday } from "@/lib/oversight/service-levels/service-levels"

const DAY_NAMES: Record<Weekday, string> = {
  monday: "Monday",
  tuesday: "Tuesday",
  wednesday: "Wednesday",
  thursday: "Thursday",
  friday: "Friday",
  saturday: "Saturday",
  sunday: "Sunday",
}

const ENDS = { startsAt: "from", endsAt: "until" } as const

/** The hours that count where working hours count only. */
export const WorkingHoursTable = ({ workingHours }: Pick<ServiceLevels, "workingHours">) => (
  <section className="space-y-2">
    <Heading size="section">Working hours</Heading>
    <Muted>In the utility’s time zone. Leave non-working days empty. Holidays are excluded automatically.</Muted>
    <div className="working-hours">
      {WEEKDAY_KEYS.map((day) => (
        <fieldset key={day}>
          <legend>{DAY_NAMES[day]}</legend>
          {(["startsAt", "endsAt"] as const).map((end) => (
            <Field
              key={end}
              type="time"
              name={`workingHours.${day}.${end}`}
              label={
                <span className="text-sm font-normal text-muted">
                  <span className="sr-only">{DAY_NAMES[day]} </span>
                  {ENDS[end]}
                </span>
              }
              width="short"
              defaultValue={workingHours[day]?.[end]}
            />
          ))}
        </fieldset>
      ))}
    </div>
  </section>
)
