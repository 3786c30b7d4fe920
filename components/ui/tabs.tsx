import { PageLink } from "@/components/ui/link"
import { classes } from "@/components/ui/style"

export interface Tab {
  href: string
  label: string
  count?: number
  current?: boolean
}

/** Views of one list, each with an address of its own. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  return (
    <nav aria-label={label} className="border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {items.map(({ href, label: name, count, current }) => (
          <li key={href}>
            <PageLink
              href={href}
              aria-current={current ? "page" : undefined}
              className={classes(
                "inline-flex min-h-11 items-center gap-2 border-b-3 font-semibold no-underline",
                current ? "border-accent text-ink" : "border-transparent text-muted hover:border-edge hover:text-ink",
              )}
            >
              {name}
              {count === undefined ? null : (
                <span className="rounded-full bg-sunken px-2 text-sm text-ink tabular-nums">{count}</span>
              )}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
