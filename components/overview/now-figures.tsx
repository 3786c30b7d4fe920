import { ListLink } from "@/components/ui/link"
import { PANEL } from "@/components/ui/style"
import type { Overview } from "@/lib/oversight/reports/contract"
import { countInWords } from "./figure-words"
import { listAddress, type OverviewQuery } from "./overview-address"

/** What is open at this moment. */
export function NowFigures({ now, query }: Pick<Overview, "now"> & { query: OverviewQuery }) {
  const { category, assignee } = query
  const tiles = [
    { name: "Open", count: now.open, href: listAddress({ category, assignee }) },
    { name: "Unassigned", count: now.unassigned, href: listAddress({ category, assignee: "nobody" }) },
    { name: "Overdue", count: now.overdue, href: listAddress({ category, assignee, due: "overdue" }) },
    { name: "Emergencies", count: now.emergencies, href: listAddress({ category, assignee, priority: "emergency" }) },
  ]
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3" aria-label="Now">
      {tiles.map(({ name, count, href }) => (
        <li key={name} className={`${PANEL} px-4 py-3`}>
          <ListLink
            href={href}
            className="flex min-h-11 flex-col justify-between gap-x-3 sm:flex-row sm:flex-wrap sm:items-baseline"
          >
            <span className="min-w-0 wrap-anywhere">{name}</span>
            <span className="text-2xl font-bold tabular-nums">{countInWords(count)}</span>
          </ListLink>
        </li>
      ))}
    </ul>
  )
}
