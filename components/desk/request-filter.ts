import { LEFT_OUT } from "@/lib/model/kept-filter"

/** What narrows and sorts a list, each once. */
const KEPT = [
  "category",
  "priority",
  "assignee",
  "team",
  "customer",
  "area",
  "danger",
  "due",
  "dueBy",
  "from",
  "to",
  "q",
  "sort",
] as const
/** Where one is in a list, which saved view it is by name, and whether the fields are open: all of it is the same list. */
const WITHIN = ["after", "before", "filters", "view"] as const
const NAMES = [...KEPT, ...WITHIN] as const

/**
 * Which requests a person looks at, as the address says it. `status` is never empty: "any" means all. `from`, `to` and
 * `dueBy` are days, `without` names columns that are not shown, `view` is the ID of a saved view, and `filters` is set
 * while the fields are open.
 */
export type DeskFilter = { status: readonly string[]; without: readonly string[] } & Partial<
  Record<(typeof NAMES)[number], string>
>

type Search = Record<string, string | string[] | undefined>

const OPEN = ["open"]

const several = (given: string | string[] | undefined) => [
  ...new Set([given].flat().filter((it): it is string => Boolean(it))),
]

/** The filter in an address. Without a status it means open work. */
export function readFilter(search: Search): DeskFilter {
  const given = NAMES.map((name) => [name, [search[name]].flat()[0]?.trim()] as const)
  const chosen = several(search.status)
  const without = LEFT_OUT.filter((column) => several(search.without).includes(column))
  const status = chosen.includes("any") ? ["any"] : chosen.length > 0 ? chosen : OPEN
  return { ...Object.fromEntries(given.filter(([, value]) => value)), status, without }
}

/** The address of a list, with only what differs from the usual one. */
export function deskAddress({ status = OPEN, without = [], ...rest }: Partial<DeskFilter>): string {
  const query = new URLSearchParams(Object.entries(rest).filter(([, value]) => value))
  if (status.join() !== "open") for (const one of status) query.append("status", one)
  for (const column of without) query.append("without", column)
  return query.size > 0 ? `/desk?${query}` : "/desk"
}

/** A filter of which only what differs from the usual one is known. */
export const whole = (filter: Partial<DeskFilter>): DeskFilter => ({
  ...filter,
  status: filter.status ?? OPEN,
  without: filter.without ?? [],
})

/** What of a filter is kept with a view: not where one is in the list. */
export const keptOf = ({
  after: _after,
  before: _before,
  filters: _open,
  view: _named,
  ...kept
}: DeskFilter): DeskFilter => kept

/** The first page of the same list, with this changed. What is another list is no view by name any more. */
export function changed(filter: DeskFilter, change: Partial<DeskFilter>): string {
  const isSame = Object.keys(change).every((name) => WITHIN.some((it) => it === name))
  const view = isSame ? filter.view : undefined
  return deskAddress({ ...filter, after: undefined, before: undefined, view, ...change })
}

/** True when somebody narrowed the list down, so that an empty one may be their own doing. */
export const isNarrowed = (filter: DeskFilter): boolean =>
  filter.status.join() !== "open" || KEPT.some((name) => name !== "sort" && filter[name] !== undefined)
