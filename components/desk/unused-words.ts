import type { DeskFilter } from "@/components/desk/request-filter"
import { SORT_NAMES } from "@/components/desk/sort-names"

/** What people call the parts of an address. */
const NAMES: Record<string, string> = {
  category: "Category",
  priority: "Priority",
  assignee: "Assignee",
  team: "Team",
  customer: "Customer",
  danger: "Danger",
  due: "Due",
  sort: "Sort",
}

const DAYS: Record<string, string> = { from: "Received from", to: "Received to", dueBy: "Due by" }

/** Why a part of an address is not used, in the place where it would be told if it were. */
export function unusedWords(name: string, filter: DeskFilter): string {
  if (name === "after" || name === "before") return "This page of the list was not found, first page shown"
  const typed = String(name.startsWith("status.") ? name.slice("status.".length) : filter[name as keyof DeskFilter])
  const quoted = short(typed)
  if (name === "q") return `Search ${quoted} is longer than 100 characters, not used`
  if (name === "area") return `Postcode ${quoted} is too short, not used`
  if (name === "sort" && Object.hasOwn(SORT_NAMES, typed))
    return `${SORT_NAMES[typed as keyof typeof SORT_NAMES]} does not go with these filters, not used`
  const day = DAYS[name]
  if (!day) return `${NAMES[name] ?? "Status"} ${quoted} is unknown, not used`
  const isDate = /^\d{4}-\d\d-\d\d$/.test(typed) && !Number.isNaN(Date.parse(typed))
  if (name === "to" && isDate && filter.from !== undefined && typed < filter.from)
    return `${day} ${typed} is before ${filter.from}, not used`
  return `${day} ${quoted} is not a date, not used`
}

const short = (typed: string) => `“${typed.length > 40 ? `${typed.slice(0, 39)}…` : typed}”`
