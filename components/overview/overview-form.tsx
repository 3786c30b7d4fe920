import { Field } from "@/components/ui/field"
import { GetForm } from "@/components/ui/get-form"
import { Link } from "@/components/ui/link"
import { Select } from "@/components/ui/select"
import { buttonStyle, PANEL } from "@/components/ui/style"
import { CATEGORIES, CATEGORY_IDS } from "@/lib/model/category"
import { type OverviewQuery, overviewAddress } from "./overview-address"

interface OverviewFormProps {
  /** As it was asked for, with the days that were meant. */
  query: OverviewQuery
  people: readonly { id: string; name: string }[]
  /** The last day of today's ranges. */
  today: string
}

const RANGES = [
  { name: "7 days", days: 7 },
  { name: "30 days", days: 30 },
  { name: "90 days", days: 90 },
  { name: "1 year", days: 365 },
]

const daysUpTo = (day: string, days: number): string =>
  new Date(Date.parse(day) - (days - 1) * 86_400_000).toISOString().slice(0, 10)

/** A form that only asks: its answer is an address, which can be kept and shared. */
export function OverviewForm({ query, people, today }: OverviewFormProps) {
  return (
    <search className="space-y-3">
      <nav aria-label="Period" className="flex flex-wrap gap-x-5 gap-y-1">
        {RANGES.map(({ name, days }) => {
          const from = daysUpTo(today, days)
          const isShown = query.from === from && query.to === today
          return (
            <Link
              key={name}
              href={overviewAddress({ ...query, from, to: today })}
              aria-current={isShown ? "page" : undefined}
              className="inline-flex min-h-8 items-center aria-[current]:font-bold aria-[current]:text-ink"
            >
              {name}
            </Link>
          )
        })}
      </nav>
      <GetForm
        action="/desk/overview"
        // Fields start from the address, also when a link and not this form has led there.
        key={overviewAddress(query)}
        className={`${PANEL} grid items-end gap-x-4 gap-y-3 p-4 min-[26rem]:grid-cols-2 sm:p-5 lg:grid-cols-[auto_auto_minmax(0,1fr)_minmax(0,1fr)_auto]`}
      >
        <Field name="from" type="date" label="From" defaultValue={query.from} max={today} />
        <Field name="to" type="date" label="To" defaultValue={query.to} max={today} />
        <Select
          name="category"
          label="Category"
          placeholder="Any category"
          options={CATEGORY_IDS.map((id) => ({ value: id, label: CATEGORIES[id].name }))}
          defaultValue={query.category}
        />
        <Select
          name="assignee"
          label="Assigned to"
          placeholder="Anyone"
          options={[
            { value: "nobody", label: "Unassigned" },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          defaultValue={query.assignee}
        />
        <button type="submit" className={buttonStyle("secondary")}>
          Show
        </button>
      </GetForm>
    </search>
  )
}
