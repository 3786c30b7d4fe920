"use client"

import { usePathname, useSearchParams } from "next/navigation"
import { Button } from "@/components/ui/button"
import { Link } from "@/components/ui/link"
import { CONTROL } from "@/components/ui/style"

/** Filters that are typed. Other chosen filters are kept unchanged. */
const TYPED: Record<string, { label: string; type: "search" | "date" }> = {
  q: { label: "Search", type: "search" },
  from: { label: "From", type: "date" },
  to: { label: "To", type: "date" },
}

/** Where one was in a list, which another list has not got. */
const PLACES = ["after", "before", "open"]

/** Asks for a narrower search: the same form with what was asked, to be changed. */
export function NarrowSearch() {
  const path = usePathname()
  const chosen = [...useSearchParams()].filter(([name]) => !PLACES.includes(name))
  return (
    <div className="instead">
      <h1>Narrow your search</h1>
      <p>This search is too broad. Use more words, more filters or fewer days.</p>
      {chosen.length > 0 ? (
        <form action={path} method="get" className="space-y-4">
          {chosen.map(([name, value]) => (
            <Narrowing key={`${name}=${value}`} name={name} value={value} />
          ))}
          <Button type="submit">Search again</Button>
        </form>
      ) : null}
      <p>
        <Link href={path}>{chosen.length > 0 ? "Clear search and filters" : "Try again"}</Link>
      </p>
    </div>
  )
}

function Narrowing({ name, value }: { name: string; value: string }) {
  const typed = TYPED[name]
  if (!typed) return <input type="hidden" name={name} value={value} />
  return (
    <label className="block space-y-1">
      <span className="block font-semibold">{typed.label}</span>
      <input name={name} type={typed.type} defaultValue={value} className={CONTROL} />
    </label>
  )
}
