import type { ReactNode } from "react"
import { unusedIn, usedOf } from "@/components/desk/asked-list"
import { changed, type DeskFilter } from "@/components/desk/request-filter"
import { SORT_NAMES } from "@/components/desk/sort-names"
import { unusedWords } from "@/components/desk/unused-words"
import { Link } from "@/components/ui/link"
import { CATEGORIES, PRIORITY_NAMES } from "@/lib/model/category"
import { STATUS_NAMES } from "@/lib/model/status"

interface FilterChipsProps {
  filter: DeskFilter
  /** Who is chosen as assignee, if it is a person. */
  assigneeName?: string
  customerName?: string
  /** Stands behind the filters. */
  children?: ReactNode
}

/** What a list is narrowed by, each with a link that clears it alone. */
export function FilterChips({ filter, assigneeName, customerName, children }: FilterChipsProps) {
  const unused = unusedIn(filter)
  const chips = [
    ...[...unused].map((name) => ({ words: unusedWords(name, filter), without: withoutIt(name, filter) })),
    ...chipsOf(usedOf(filter, unused), assigneeName, customerName),
  ]
  if (chips.length === 0) return null
  return (
    <ul aria-label="Filters" className="flex flex-wrap items-center gap-2">
      {chips.map(({ words, without }) => (
        <li key={words}>
          <a href={changed(filter, without)} className="chip">
            {words}
            <span aria-hidden="true"> ×</span>
            <span className="sr-only">: clear</span>
          </a>
        </li>
      ))}
      <li>
        <Link href="/desk">Clear filters</Link>
      </li>
      {children ? <li>{children}</li> : null}
    </ul>
  )
}

function withoutIt(name: string, { status }: DeskFilter): Partial<DeskFilter> {
  if (!name.startsWith("status.")) return { [name]: undefined }
  const rest = status.filter((one) => `status.${one}` !== name)
  return { status: rest.length > 0 ? rest : undefined }
}

interface Chip {
  words: string
  without: Partial<DeskFilter>
}

const nameIn = (names: Record<string, string>, key: string) => new Map(Object.entries(names)).get(key) ?? key

function chipsOf(
  {
    status,
    without,
    category,
    priority,
    assignee,
    team,
    customer,
    area,
    danger,
    due,
    dueBy,
    from,
    to,
    q,
    sort,
  }: DeskFilter,
  assigneeName = "one person",
  customerName = "One customer",
): Chip[] {
  const statuses = status.join() === "open" ? [] : status
  const chips: (Chip | false)[] = [
    ...statuses.map((one) => {
      const rest = status.filter((it) => it !== one)
      return { words: `${statusName(one)}`, without: { status: rest.length > 0 ? rest : undefined } }
    }),
    priority !== undefined && {
      words: `${nameIn(PRIORITY_NAMES, priority)} priority`,
      without: { priority: undefined },
    },
    category !== undefined && { words: categoryName(category), without: { category: undefined } },
    assignee !== undefined && {
      words: assignee === "nobody" ? "Unassigned" : `Assigned to ${assigneeName}`,
      without: { assignee: undefined },
    },
    team !== undefined && { words: `Team ${team}`, without: { team: undefined } },
    customer !== undefined && { words: `Customer: ${customerName}`, without: { customer: undefined } },
    area !== undefined && {
      words: `Postcode ${area.toUpperCase()}`,
      without: { area: undefined },
    },
    danger !== undefined && { words: "Has danger", without: { danger: undefined } },
    due !== undefined && { words: due === "soon" ? "Due within 4 hours" : "Overdue", without: { due: undefined } },
    dueBy !== undefined && { words: `Due by ${dueBy}`, without: { dueBy: undefined } },
    from !== undefined && { words: `Received from ${from}`, without: { from: undefined } },
    to !== undefined && { words: `Received to ${to}`, without: { to: undefined } },
    q !== undefined && { words: `“${q}”`, without: { q: undefined } },
    sort !== undefined && { words: nameIn(SORT_NAMES, sort), without: { sort: undefined } },
    without.length > 0 && {
      words: without.length === 1 ? "1 column hidden" : `${without.length} columns hidden`,
      without: { without: undefined },
    },
  ]
  return chips.filter((chip) => chip !== false)
}

const statusName = (status: string) => nameIn({ ...STATUS_NAMES, open: "Open", any: "Any status" }, status)

function categoryName(category: string): string {
  const names = Object.fromEntries(Object.entries(CATEGORIES).map(([id, { name }]) => [id, name]))
  return names[category] ?? category
}
