"use client"

import { usePathname, useSearchParams } from "next/navigation"
import { useEffect, useRef } from "react"
import type { MaskName } from "@/components/ui/icon-name"

/** A place in the rail: where it leads, what it says, and how much is there, with a unit or without. */
export type RailLink = readonly [href: string, label: string, icon: MaskName, count: string]

interface RailProps {
  /** What stands before the views. */
  first: readonly RailLink[]
  views: readonly RailLink[]
  pages: readonly RailLink[]
}

/** The lists and pages of staff: at the side where there is room, else a line that scrolls. The page itself is asked for anew, with new counts. */
export function Rail({ first, views, pages }: RailProps) {
  const path = usePathname()
  const asked = useSearchParams().toString()
  const here = addressOf(path, asked)
  const links = [...first, ...views, ...pages]
  // A saved view is named by its address; one that is not is meant where no other asks for the same.
  const [same, other] = links.filter(([href]) => sorted(href, ["view"]) === here)
  // However a view is sorted, and whatever columns it has, it is that view.
  const [alike, second] = links.filter(
    ([href]) => sorted(href, SHOWN) === addressOf(path, asked, [...WITHIN, ...SHOWN]),
  )
  const exact =
    links.find(([href]) => sorted(href) === here) ?? (other ? undefined : same) ?? (second ? undefined : alike)
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
            <a href={href} className={icon} aria-current={href !== current ? undefined : exact ? "page" : "true"}>
              {label.length > LONG ? (
                <span className="truncate" title={label}>
                  {label}
                </span>
              ) : (
                label
              )}
              {count ? <Count key={count} count={count} /> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** How much is there; of what, if that is said, is for those who hear it. */
function Count({ count }: { count: string }) {
  const [number, unit] = count.split(" ")
  return (
    <b>
      {number}
      {unit ? <span className="sr-only"> {unit}</span> : null}
    </b>
  )
}

/** What is only a place within a list makes it no other. */
const WITHIN = ["after", "before", "filters", "left", "open"]

/** What a list is shown with. */
const SHOWN = ["sort", "without", "view"]

function addressOf(path: string, query: string | undefined, leftOut = WITHIN): string {
  const asked = new URLSearchParams(query)
  for (const name of leftOut) asked.delete(name)
  asked.sort()
  return `${path}?${asked}`
}

const sorted = (href: string, leftOut?: string[]) => {
  const [path = "", query] = href.split("?")
  return addressOf(path, query, leftOut)
}

/** A name that is longer than the rail is wide is cut off, so that its count stays in sight. */
const LONG = 18
