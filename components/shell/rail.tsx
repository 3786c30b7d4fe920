"use client"

import { usePathname, useSearchParams } from "next/navigation"
import { useEffect, useRef } from "react"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-name"

/** A place in the rail: where it leads, what it says, and how much is there. */
export type RailLink = readonly [href: string, label: string, icon: IconName, count: string]

interface RailProps {
  /** What stands before the views. */
  first: readonly RailLink[]
  views: readonly RailLink[]
  pages: readonly RailLink[]
}

/** The lists and pages of staff: at the side where there is room, else a line that scrolls. The page itself is asked for anew, with new counts. */
export function Rail({ first, views, pages }: RailProps) {
  const path = usePathname()
  const here = addressOf(path, useSearchParams().toString())
  const links = [...first, ...views, ...pages]
  const exact = links.find(([href]) => sorted(href) === here)
  const within = [...first, ...pages]
    .filter(([href]) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b[0].length - a[0].length)[0]
  const current = (exact ?? within)?.[0]
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>(`[href="${current}"]`)
    if (link && list.current) list.current.scrollLeft = link.offsetLeft - 16
  }, [current])
  return (
    <nav aria-label="Main">
      <ul ref={list} className="rail">
        {links.map(([href, label, icon, count]) => (
          <li key={`${href} ${label}`}>
            <a href={href} aria-current={href !== current ? undefined : exact ? "page" : "true"}>
              <Icon name={icon} className="size-4" />
              {label}
              {count ? <b>{count}</b> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What is only a place within a list makes it no other. */
const WITHIN = ["after", "before", "filters", "left"]

function addressOf(path: string, query: string): string {
  const asked = new URLSearchParams(query)
  for (const name of WITHIN) asked.delete(name)
  asked.sort()
  return `${path}?${asked}`
}

function sorted(href: string): string {
  const [path = "", query = ""] = href.split("?")
  return addressOf(path, query)
}
