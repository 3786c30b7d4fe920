"use client"

import { useEffect, useRef } from "react"
import { PageLink } from "@/components/ui/link"
import { classes } from "@/components/ui/style"

export interface Tab {
  href: string
  label: string
  count?: number
  current?: boolean
}

/** Views of one list, each with an address of its own, in one row, which scrolls where it is too long. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  const row = useCurrentInSight(items.find(({ current }) => current)?.href)
  return (
    <nav aria-label={label} className="border-b border-line">
      <ul ref={row} className="-mb-px flex gap-x-6 overflow-x-auto overflow-y-hidden">
        {items.map(({ href, label: name, count, current }) => (
          <li key={href} className="shrink-0">
            <PageLink
              href={href}
              aria-current={current ? "page" : undefined}
              className={classes(
                "inline-flex min-h-11 items-center gap-2 border-b-3 font-semibold no-underline focus-visible:-outline-offset-2",
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

/** Scrolls the row, and never the page, to the tab that one is on. */
function useCurrentInSight(current: string | undefined) {
  const row = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const tab = current && row.current?.querySelector("[aria-current]")
    if (!row.current || !tab) return
    const [around, within] = [row.current.getBoundingClientRect(), tab.getBoundingClientRect()]
    if (within.right > around.right || within.left < around.left) row.current.scrollLeft += within.left - around.left
  }, [current])
  return row
}
