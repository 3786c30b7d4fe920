import { momentOf, nextDay } from "@/lib/platform/calendar/local-time"
import { env } from "@/lib/runtime/env"

const NAMES = [
  "category",
  "priority",
  "assignee",
  "due",
  "from",
  "to",
  "q",
  "sort",
  "after",
  "before",
  "filters",
] as const

/**
 * Which requests a person looks at, as the address says it. `status` is never empty: "any" means all. `from` and `to` are
 * days, and `filters` is set while the fields are open.
 */
export type DeskFilter = { status: readonly string[] } & Partial<Record<(typeof NAMES)[number], string>>

type Search = Record<string, string | string[] | undefined>

const OPEN = ["open"]

/** The filter in an address. Without a status it means open work. */
export function readFilter(search: Search): DeskFilter {
  const given = NAMES.map((name) => [name, [search[name]].flat()[0]?.trim()] as const)
  const chosen = [...new Set([search.status].flat().filter((it): it is string => Boolean(it)))]
  const status = chosen.includes("any") ? ["any"] : chosen.length > 0 ? chosen : OPEN
  return { ...Object.fromEntries(given.filter(([, value]) => value)), status }
}

/** So many requests are on a page. */
export const ROWS = 50

const DAY = /^\d{4}-\d\d-\d\d$/
const isByUpdate = (sort: string | undefined) => sort?.endsWith("updatedAt")

/** The filter as the list's contract expects it: no "any", moments for days, and the usual order where another cannot be. */
export function asked({ status, from, to, filters: _open, sort, ...rest }: DeskFilter) {
  const begins = (day: string | undefined, then = (it: string) => it) =>
    day && DAY.test(day) && !Number.isNaN(Date.parse(day))
      ? new Date(momentOf(then(day), "00:00", env().TIME_ZONE)).toISOString()
      : undefined
  const [createdFrom, createdTo] = [begins(from), begins(to, nextDay)]
  const isSortable = !isByUpdate(sort) || (createdFrom ?? createdTo) === undefined
  return {
    ...rest,
    status: status.includes("any") ? undefined : [...status],
    createdFrom,
    createdTo,
    sort: isSortable && rest.due === undefined ? sort : undefined,
    limit: `${ROWS}`,
  }
}

/** The address of a list, with only what differs from the usual one. */
export function deskAddress({ status = OPEN, ...rest }: Partial<DeskFilter>): string {
  const query = new URLSearchParams(Object.entries(rest).filter(([, value]) => value))
  if (status.join() !== "open") for (const one of status) query.append("status", one)
  return query.size > 0 ? `/desk?${query}` : "/desk"
}

/** The first page of the same list, with this changed. */
export const changed = (filter: DeskFilter, change: Partial<DeskFilter>): string =>
  deskAddress({ ...filter, after: undefined, before: undefined, ...change })

/** True when somebody narrowed the list down, so that an empty one may be their own doing. */
export const isNarrowed = ({ status, category, priority, assignee, due, q, from, to }: DeskFilter): boolean =>
  status.join() !== "open" || Boolean(category ?? priority ?? assignee ?? due ?? q ?? from ?? to)
