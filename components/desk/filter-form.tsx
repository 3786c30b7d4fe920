import GetForm from "next/form"
import { type DeskFilter, deskAddress, isNarrowed } from "@/components/desk/request-filter"
import { Field } from "@/components/ui/field"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import type { Option } from "@/components/ui/options"
import { Select } from "@/components/ui/select"
import { buttonStyle, PANEL } from "@/components/ui/style"
import { CATEGORIES, CATEGORY_IDS, PRIORITIES, PRIORITY_NAMES } from "@/lib/model/category"
import { STATUS_NAMES, STATUSES } from "@/lib/model/status"

interface FilterFormProps {
  filter: DeskFilter
  /** Whose requests can be chosen; left out for those who see only their own. */
  people?: readonly { id: string; name: string }[]
}

/** A form that only asks: its answer is an address, which can be kept and shared. */
export function FilterForm({ filter, people }: FilterFormProps) {
  const { status, category, priority, assignee, q } = filter
  return (
    <search>
      <GetForm
        action="/desk"
        // Fields start from the address, also when a link and not this form has led there.
        key={deskAddress(filter)}
        className={`${PANEL} grid items-end gap-x-4 gap-y-3 p-4 min-[26rem]:grid-cols-2 sm:p-5 lg:grid-cols-4`}
      >
        <div className="min-[26rem]:col-span-2">
          <Field
            name="q"
            type="search"
            label="Search"
            placeholder="Reference, name, phone, address…"
            defaultValue={q}
            maxLength={100}
          />
        </div>
        <Select name="status" label="Status" options={STATUS_OPTIONS} defaultValue={status} />
        <Select
          name="priority"
          label="Priority"
          placeholder="Any priority"
          options={PRIORITIES.map((id) => ({ value: id, label: PRIORITY_NAMES[id] }))}
          defaultValue={priority}
        />
        <Select
          name="category"
          label="Category"
          placeholder="Any category"
          options={CATEGORY_IDS.map((id) => ({ value: id, label: CATEGORIES[id].name }))}
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
        <div className="flex flex-wrap items-center min-[26rem]:col-span-2 gap-x-6 gap-y-2">
          <button type="submit" className={buttonStyle("primary")}>
            <Icon name="search" />
            Show requests
          </button>
          {isNarrowed(filter) ? <Link href="/desk">Clear filters</Link> : null}
        </div>
      </GetForm>
    </search>
  )
}

const STATUS_OPTIONS: Option[] = [
  { value: "open", label: "Open" },
  { value: "any", label: "Any status" },
  ...STATUSES.map((id) => ({ value: id, label: STATUS_NAMES[id] })),
]
