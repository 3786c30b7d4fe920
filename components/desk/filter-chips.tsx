import { changed, type DeskFilter, isNarrowed } from "@/components/desk/request-filter"
import { Link } from "@/components/ui/link"
import { CATEGORIES, PRIORITY_NAMES } from "@/lib/model/category"
import { STATUS_NAMES } from "@/lib/model/status"

interface FilterChipsProps {
  filter: DeskFilter
  /** Who is chosen as assignee, if it is a person. */
  assigneeName?: string
}

/** What a list is narrowed by, each with a link that clears it alone. */
export function FilterChips({ filter, assigneeName }: FilterChipsProps) {
  if (!isNarrowed(filter)) return null
  return (
    <ul aria-label="Filters" className="flex flex-wrap items-center gap-2">
      {chipsOf(filter, assigneeName).map(({ words, without }) => (
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
    </ul>
  )
}

interface Chip {
  words: string
  without: Partial<DeskFilter>
}

const nameIn = (names: object, key: string) => new Map<string, unknown>(Object.entries(names)).get(key) ?? key

function chipsOf(
  { status, category, priority, assignee, due, from, to, q }: DeskFilter,
  assigneeName = "one person",
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
    due !== undefined && { words: due === "soon" ? "Due within 4 hours" : "Overdue", without: { due: undefined } },
    from !== undefined && { words: `Received from ${from}`, without: { from: undefined } },
    to !== undefined && { words: `Received to ${to}`, without: { to: undefined } },
    q !== undefined && { words: `“${q}”`, without: { q: undefined } },
  ]
  return chips.filter((chip) => chip !== false)
}

const statusName = (status: string) => nameIn({ ...STATUS_NAMES, open: "Open", any: "Any status" }, status)

function categoryName(category: string): string {
  const names = Object.fromEntries(Object.entries(CATEGORIES).map(([id, { name }]) => [id, name]))
  return names[category] ?? category
}
