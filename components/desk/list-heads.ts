import type { ListHead } from "@/components/desk/list-row"
import { changed, type DeskFilter } from "@/components/desk/request-filter"

/** The headings of the list. Those that it can be sorted by lead there, the one in use to the other way round. */
export function listHeads(filter: DeskFilter, withAssignee: boolean): ListHead[] {
  const { status } = filter
  const sort = (filter.due ?? filter.dueBy) === undefined ? filter.sort : "due"
  const by = (name: string) => changed(filter, { sort: name, due: undefined, dueBy: undefined })
  const isByPriority = sort === "priority" || (sort === undefined && status.join() === "open")
  const isNewestFirst = sort === "-createdAt" || (sort === undefined && !isByPriority)
  const ages = isNewestFirst ? "ascending" : sort === "createdAt" ? "descending" : undefined
  return [
    ["Priority", by("priority"), isByPriority ? "descending" : undefined],
    ["Reference"],
    ["Request"],
    ["Customer"],
    ["Place"],
    ["Category"],
    ["Status"],
    ["Due", by("due"), sort === "due" ? "ascending" : undefined],
    ["Age", by(isNewestFirst ? "createdAt" : "-createdAt"), ages],
    ...(withAssignee ? ([["Assigned to"]] as const) : []),
  ]
}
