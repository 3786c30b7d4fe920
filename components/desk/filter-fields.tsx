import type { DeskFilter } from "@/components/desk/request-filter"
import { SORT_NAMES } from "@/components/desk/sort-names"
import { Field } from "@/components/ui/field"
import type { Option } from "@/components/ui/options"
import { Select } from "@/components/ui/select"
import { PANEL } from "@/components/ui/style"
import { CATEGORIES, CATEGORY_IDS, PRIORITIES, PRIORITY_NAMES } from "@/lib/model/category"
import { STATUS_NAMES, STATUSES } from "@/lib/model/status"

interface FilterFieldsProps {
  filter: DeskFilter
  people?: readonly { id: string; name: string }[]
}

export const FilterFields = ({
  filter: { status, category, priority, assignee, due, from, to, sort },
  people,
}: FilterFieldsProps) => (
  <div className={`${PANEL} space-y-3 p-4`}>
    <input type="hidden" name="filters" value="open" />
    <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
      <legend className="font-semibold">Status</legend>
      {STATUS_CHOICES.map(({ value, label }) => (
        <label key={value} className="inline-flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            name="status"
            value={value}
            defaultChecked={status.includes(value)}
            className="size-5 shrink-0 accent-accent"
          />
          {label}
        </label>
      ))}
    </fieldset>
    <div className="grid items-end gap-x-4 gap-y-3 min-[26rem]:grid-cols-2 lg:grid-cols-4 xl:grid-cols-6">
      <Select
        name="priority"
        label="Priority"
        placeholder="Any priority"
        options={PRIORITY_OPTIONS}
        defaultValue={priority}
      />
      <Select
        name="category"
        label="Category"
        placeholder="Any category"
        options={CATEGORY_OPTIONS}
        defaultValue={category}
      />
      {people ? (
        <Select
          name="assignee"
          label="Assigned to"
          placeholder="Anyone"
          options={[
            { value: "nobody", label: "Unassigned" },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          defaultValue={assignee}
        />
      ) : null}
      <Select name="due" label="Due" placeholder="Any time" options={DUE_OPTIONS} defaultValue={due} />
      <Field name="from" type="date" label="Received from" defaultValue={from} min="1972-01-01" max="9999-12-30" />
      <Field name="to" type="date" label="Received to" defaultValue={to} min="1972-01-01" max="9999-12-30" />
      <Select name="sort" label="Sort" placeholder="Usual order" options={SORT_OPTIONS} defaultValue={sort} />
    </div>
  </div>
)

const STATUS_CHOICES: Option[] = [
  { value: "open", label: "Open" },
  ...STATUSES.map((id) => ({ value: id, label: STATUS_NAMES[id] })),
  { value: "any", label: "Any status" },
]
const PRIORITY_OPTIONS = PRIORITIES.map((id) => ({ value: id, label: PRIORITY_NAMES[id] }))
const CATEGORY_OPTIONS = CATEGORY_IDS.map((id) => ({ value: id, label: CATEGORIES[id].name }))
const SORT_OPTIONS = Object.entries(SORT_NAMES).map(([value, label]) => ({ value, label }))
const DUE_OPTIONS: Option[] = [
  { value: "overdue", label: "Overdue" },
  { value: "soon", label: "Within 4 hours" },
]
