import { z } from "zod"
import type { DeskFilter } from "@/components/desk/request-filter"
import { understood } from "@/lib/http/understood"
import { momentOf, nextDay } from "@/lib/platform/calendar/local-time"
import { RequestFilter } from "@/lib/requests/contract"
import { env } from "@/lib/runtime/env"

/** So many requests are on a page. */
export const ROWS = 50

/** The first and the last day that have moments of their own. */
const [FIRST, LAST] = ["1972-01-01", "9999-12-30"]
const isDay = (typed: string) => z.iso.date().safeParse(typed).success && typed >= FIRST && typed <= LAST

const isByUpdate = (sort: string | undefined) => sort?.endsWith("updatedAt")

/** What the list's contract calls otherwise than the address does. */
const IN_ADDRESS: Record<string, string> = {
  customerId: "customer",
  createdFrom: "from",
  createdTo: "to",
  dueBefore: "dueBy",
}

type Wanted = Record<string, string | string[] | undefined>

/** The filter as the list's contract expects it: no "any", moments for days, and nothing that cannot be looked for. */
export const asked = (filter: DeskFilter): Wanted => read(filter).wanted

/** What of an address cannot be looked for, by its name there; of several statuses, `status.` and the one. */
export const unusedIn = (filter: DeskFilter): ReadonlySet<string> => read(filter).unused

/** The filter as it holds. */
export function usedOf(filter: DeskFilter, unused = unusedIn(filter)): DeskFilter {
  const status = filter.status.filter((one) => !unused.has(`status.${one}`))
  const left = Object.fromEntries([...unused].filter((name) => name in filter).map((name) => [name, undefined]))
  return { ...filter, ...left, status: status.length > 0 ? status : ["open"] }
}

function read(filter: DeskFilter) {
  const unused = new Set<string>()
  const { status, without: _columns, from, to, dueBy, customer, filters: _open, view: _named, sort, ...rest } = filter
  const day = (name: "from" | "to" | "dueBy", then = (it: string) => it) => {
    const typed = filter[name]
    if (typed === undefined) return undefined
    const isBeforeFrom = name === "to" && from !== undefined && isDay(from) && typed < from
    if (isDay(typed) && !isBeforeFrom) return new Date(momentOf(then(typed), "00:00", env().TIME_ZONE)).toISOString()
    unused.add(name)
    return undefined
  }
  const [createdFrom, createdTo, dueBefore] = [day("from"), day("to", nextDay), day("dueBy", nextDay)]
  const isSortable =
    (!isByUpdate(sort) || (createdFrom ?? createdTo) === undefined) && (rest.due ?? dueBefore) === undefined
  if (sort !== undefined && !isSortable && sort !== "due") unused.add("sort")
  const known = status.filter((one) => one === "any" || RequestFilter.shape.status.safeParse(one).success)
  for (const one of status) if (!known.includes(one)) unused.add(`status.${one}`)
  const wanted: Wanted = {
    ...rest,
    status: known.includes("any") ? undefined : known.length > 0 ? [...known] : ["open"],
    createdFrom,
    createdTo,
    dueBefore,
    customerId: customer,
    sort: isSortable ? sort : undefined,
    limit: `${ROWS}`,
  }
  const asked = understood(RequestFilter, wanted)
  for (const name of asked.unused) unused.add(IN_ADDRESS[name] ?? name)
  return { wanted: asked.wanted, unused }
}
