import { Card } from "@/components/ui/card"
import { EmptyState } from "@/components/ui/empty-state"
import { Form } from "@/components/ui/form"
import { Muted } from "@/components/ui/muted"
import { Submit } from "@/components/ui/submit"
import type { Holiday } from "@/lib/dispatch/rosters/contract"
import type { FormAction } from "@/lib/http/form-state"

interface HolidayListProps {
  action: FormAction
  holidays: readonly Holiday[]
}

export function HolidayList({ action, holidays }: HolidayListProps) {
  if (holidays.length === 0)
    return (
      <EmptyState icon="calendar-days" title="No upcoming holidays">
        All shifts run as usual.
      </EmptyState>
    )
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {holidays.map(({ day, name }) => (
          <li key={day} className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 px-4 py-3 sm:px-6">
            <div className="min-w-0">
              <p className="font-semibold wrap-anywhere">{name}</p>
              <Muted small>
                <time dateTime={day}>{dayInWords(day)}</time>
              </Muted>
            </div>
            <Form action={action} prefix={`${day}-`} className="contents">
              <input type="hidden" name="day" value={day} />
              <Submit variant="secondary">
                Delete<span className="sr-only"> {name}</span>
              </Submit>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const format = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
})

/** A day on the calendar is the same everywhere, so it is not told in any zone. */
const dayInWords = (day: string): string => format.format(Date.parse(day))
