"use client"

import { usePathname } from "next/navigation"
import type { Destination } from "@/components/shell/navigation"
import { PageLink } from "@/components/ui/link"
import { classes } from "@/components/ui/style"

/** Marks where one is: the destination whose address says most of the page's own. */
export function NavLinks({ items }: { items: readonly Destination[] }) {
  const path = usePathname()
  const here = items
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]
  return items.map(({ href, label }) => (
    <li key={href}>
      <PageLink
        href={href}
        aria-current={href !== here?.href ? undefined : path === href ? "page" : "true"}
        className={classes(
          "inline-flex min-h-11 items-center border-b-3 font-semibold hover:text-accent-strong",
          href === here?.href ? "border-accent text-ink" : "border-transparent text-muted",
        )}
      >
        {label}
      </PageLink>
    </li>
  ))
}
