import type { OverviewFilter, ReportTable } from "@/lib/oversight/reports/contract"

/** What an overview is asked for, as its address says it. */
export type OverviewQuery = OverviewFilter

type Search = Record<string, string | string[] | undefined>

const NAMES = ["from", "to", "category", "assignee"] as const

/** What the address asks for, as it was typed; the contract has not looked at it yet. */
export function askedIn(search: Search): Partial<Record<(typeof NAMES)[number], string>> {
  const given = NAMES.map((name) => [name, [search[name]].flat()[0]?.trim()] as const)
  return Object.fromEntries(given.filter(([, value]) => value))
}

function withQuery(path: string, fields: Record<string, string | undefined>): string {
  const query = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size > 0 ? `${path}?${query}` : path
}

export const overviewAddress = (query: OverviewQuery): string => withQuery("/desk/overview", query)

export const downloadAddress = (table: ReportTable, query: OverviewQuery): string =>
  withQuery("/api/v1/reports/overview/export", { table, ...query })

interface ListQuery {
  status?: string
  category?: string
  assignee?: string
  priority?: string
  due?: string
  sort?: string
  q?: string
  area?: string
  /** Days. */
  from?: string
  to?: string
}

/** The list of the requests that a number counts. */
export const listAddress = (query: ListQuery): string => withQuery("/desk", { ...query })
