import { FilterFields, type Person } from "@/components/desk/filter-fields"
import { changed, type DeskFilter, deskAddress } from "@/components/desk/request-filter"
import { GetForm } from "@/components/ui/get-form"
import { Icon } from "@/components/ui/icon"
import { PageLink } from "@/components/ui/link"
import { buttonStyle, CONTROL } from "@/components/ui/style"

interface FilterBarProps {
  filter: DeskFilter
  /** Whose requests can be chosen; left out for those who see only their own. */
  people?: readonly Person[]
  /** The customer whose requests these are. */
  customerName?: string
}

/** A form that only asks: its answer is an address, which can be kept and shared. Its fields are there once they are asked for. */
export function FilterBar({ filter, people, customerName }: FilterBarProps) {
  const { status, without, q, filters, after: _after, before: _before, view: _named, ...kept } = filter
  const chosen = status.join() === "open" ? [] : status
  return (
    <search className={filters ? "basis-full" : "min-w-0 grow sm:grow-0"}>
      <GetForm
        action="/desk"
        // Fields start from the address, also when a link and not this form has led there.
        key={deskAddress(filter)}
        className="space-y-2"
      >
        <div className="flex flex-wrap gap-2 sm:flex-nowrap">
          <input
            name="q"
            type="search"
            aria-label="Search"
            placeholder="Reference, name, phone, address…"
            defaultValue={q}
            maxLength={100}
            className={`${CONTROL} min-w-0 grow basis-40 sm:basis-72`}
          />
          <button type="submit" className={buttonStyle(filters ? "primary" : "secondary")}>
            {filters ? "Show requests" : <Icon name="search" />}
            {filters ? null : <span className="sr-only">Show requests</span>}
          </button>
          <PageLink
            href={changed(filter, { filters: filters ? undefined : "open" })}
            className={buttonStyle("secondary")}
          >
            {filters ? "Hide filters" : "Filters"}
          </PageLink>
        </div>
        {filters ? (
          <FilterFields filter={filter} people={people} customerName={customerName} />
        ) : (
          [
            ...Object.entries(kept),
            ...chosen.map((one) => ["status", one] as const),
            ...without.map((one) => ["without", one] as const),
          ].map(([name, value]) =>
            value ? <input key={`${name} ${value}`} type="hidden" name={name} value={value} /> : null,
          )
        )}
      </GetForm>
    </search>
  )
}
