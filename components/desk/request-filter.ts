import { LEFT_OUT } from "@/lib/model/kept-filter"
import { momentOf, nextDay } from "@/lib/platform/calendar/local-time"
import { RequestFilter } from "@/lib/requests/contract"
import { env } from "@/lib/runtime/env"

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
const NAMES = [...KEPT, "after", "before", "filters"] as const

/**
 * Which requests a person looks at, as the address says it. `status` is never empty: "any" means all. `from`, `to` and
 * `dueBy` are days, `without` names columns that are not shown, and `filters` is set while the fields are open.
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

/** So many requests are on a page. */
export const ROWS = 50

const DAY = /^\d{4}-\d\d-\d\d$/
const isByUpdate = (sort: string | undefined) => sort?.endsWith("updatedAt")

/** The filter as the list's contract expects it: no "any", moments for days, and the usual order where another cannot be. */
export function asked({
  status,
  without: _columns,
  from,
  to,
  dueBy,
  customer,
  area,
  filters: _open,
  sort,
  ...rest
}: DeskFilter) {
  const begins = (day: string | undefined, then = (it: string) => it) =>
    day && DAY.test(day) && !Number.isNaN(Date.parse(day))
      ? new Date(momentOf(then(day), "00:00", env().TIME_ZONE)).toISOString()
      : undefined
  const [createdFrom, createdTo] = [begins(from), begins(to, nextDay)]
  const dueBefore = begins(dueBy, nextDay)
  const isSortable = !isByUpdate(sort) || (createdFrom ?? createdTo) === undefined
  return {
    ...rest,
    status: status.includes("any") ? undefined : [...status],
    createdFrom,
    createdTo,
    dueBefore,
    customerId: customer,
    area: isArea(area) ? area : undefined,
    sort: isSortable && (rest.due ?? dueBefore) === undefined ? sort : undefined,
    limit: `${ROWS}`,
  }
}

/** Whether what was typed is an area that can be looked for. */
export const isArea = (typed: string | undefined): boolean => RequestFilter.shape.area.safeParse(typed).success

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
export const keptOf = ({ after: _after, before: _before, filters: _open, ...kept }: DeskFilter): DeskFilter => kept

/** The first page of the same list, with this changed. */
export const changed = (filter: DeskFilter, change: Partial<DeskFilter>): string =>
  deskAddress({ ...filter, after: undefined, before: undefined, ...change })

/** True when somebody narrowed the list down, so that an empty one may be their own doing. */
export const isNarrowed = (filter: DeskFilter): boolean =>
  filter.status.join() !== "open" || KEPT.some((name) => name !== "sort" && filter[name] !== undefined)
