import type { DeskFilter } from "@/components/desk/request-filter"
import { SORT_NAMES } from "@/components/desk/sort-names"
import { Field } from "@/components/ui/field"
import type { Option } from "@/components/ui/options"
import { Select } from "@/components/ui/select"
import { PANEL } from "@/components/ui/style"
import { CATEGORIES, CATEGORY_IDS, PRIORITIES, PRIORITY_NAMES } from "@/lib/model/category"
import { LEFT_OUT, type LeftOut } from "@/lib/model/kept-filter"
import { STATUS_NAMES, STATUSES } from "@/lib/model/status"

/** Somebody whose requests can be chosen. */
export interface Person {
  id: string
  name: string
  team?: string | null
}

interface FilterFieldsProps {
  filter: DeskFilter
  people?: readonly Person[]
  customerName?: string
}

export const FilterFields = ({
  filter: { status, without, category, priority, assignee, team, customer, area, danger, due, dueBy, from, to, sort },
  people,
  customerName = "One customer",
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
      {people?.some((it) => it.team) ? (
        <Select name="team" label="Team" placeholder="Any team" options={teamsOf(people)} defaultValue={team} />
      ) : null}
      {customer ? (
        <Select
          name="customer"
          label="Customer"
          placeholder="Any customer"
          options={[{ value: customer, label: customerName }]}
          defaultValue={customer}
        />
      ) : null}
      <Field
        name="area"
        label="Postcode begins with"
        placeholder="LS1"
        defaultValue={area}
        pattern="[A-Za-z0-9][A-Za-z0-9 \-]*[A-Za-z0-9]"
        title="2 or more letters and digits, like LS1"
        maxLength={10}
      />
      <Select
        name="danger"
        label="Danger"
        placeholder="With or without"
        options={[{ value: "yes", label: "Has danger" }]}
        defaultValue={danger}
      />
      <Select name="due" label="Due" placeholder="Any time" options={DUE_OPTIONS} defaultValue={due} />
      <Field name="dueBy" type="date" label="Due by" defaultValue={dueBy} min="1972-01-01" max="9999-12-30" />
      <Field name="from" type="date" label="Received from" defaultValue={from} min="1972-01-01" max="9999-12-30" />
      <Field name="to" type="date" label="Received to" defaultValue={to} min="1972-01-01" max="9999-12-30" />
      <Select name="sort" label="Sort" placeholder="Usual order" options={SORT_OPTIONS} defaultValue={sort} />
    </div>
    <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
      <legend className="font-semibold">Hide columns</legend>
      {LEFT_OUT.filter((column) => people !== undefined || column !== "assignee").map((column) => (
        <label key={column} className="inline-flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            name="without"
            value={column}
            defaultChecked={without.includes(column)}
            className="size-5 shrink-0 accent-accent"
          />
          {COLUMN_NAMES[column]}
        </label>
      ))}
    </fieldset>
  </div>
)

const teamsOf = (people: readonly Person[]): Option[] =>
  [...new Set(people.flatMap(({ team }) => team ?? []))].sort().map((team) => ({ value: team, label: team }))

const COLUMN_NAMES: Record<LeftOut, string> = {
  customer: "Customer",
  place: "Place",
  category: "Category",
  status: "Status",
  due: "Due",
  age: "Age",
  assignee: "Assigned to",
}
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
